import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { assistant } from '../../i18n/words/assistant.ts';
import { board as words } from '../../i18n/words/board.ts';
import { common } from '../../i18n/words/common.ts';
import { refusalStaff as refusal } from '../../i18n/words/refusal-staff.ts';
import { selfTest } from '../../i18n/words/self-test.ts';
import { fakeSession } from '../../testing/fake-session.ts';
import { board, createFixture, type Fixture } from '../../testing/fixtures.ts';
import { render } from '../../testing/render.tsx';
import { BoardLobby } from './BoardLobby.tsx';

const WORDS = { assistant, board: words, common, refusal, selfTest };
let sounds: 'running' | 'suspended' = 'running';
let voices = true;
let permission = 'granted';
const opened: string[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  // The page keeps one context; where a tap is wanted, its promise waits for it.
  vi.stubGlobal(
    'AudioContext',
    class {
      get state() {
        return sounds;
      }
      createMediaStreamDestination = () => ({ stream: new MediaStream() });
      resume = () => (sounds === 'running' ? Promise.resolve() : new Promise(() => undefined));
    },
  );
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockImplementation(async () => {
    if (!voices) throw new DOMException('a tap is wanted', 'NotAllowedError');
  });
  const getUserMedia = async (wanted: MediaStreamConstraints) => {
    opened.push(...Object.keys(wanted));
    throw new DOMException('none', 'NotFoundError');
  };
  vi.stubGlobal('navigator', {
    mediaDevices: { getUserMedia },
    permissions: { query: async () => ({ state: permission }) },
  });
});
afterEach(() => {
  sounds = 'running';
  voices = true;
  permission = 'granted';
  opened.splice(0);
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function planned(): Fixture {
  const fixture = createFixture({ live: false });
  fixture.report({ type: 'peer.came', peer: { kind: 'board', classroomId: 'c1' } });
  return fixture;
}

async function open(fixture: Fixture, classroomId = 'c1') {
  const snapshot = fixture.snapshot(board(classroomId));
  const session = fakeSession(snapshot, fixture.now());
  const { view, names } = snapshot;
  const room = view.classrooms[classroomId];
  if (!room) throw new Error('The fixture has no such room.');
  const screen = session.connection.store.getState();
  const page = await render(<BoardLobby {...{ view, room, names, screen, session }} now={fixture.now()} />, WORDS);
  await page.act(async () => void (await vi.advanceTimersByTimeAsync(1_500)));
  return { ...page, session };
}

describe('a board before the lesson', () => {
  test('[FL7] starts by itself where sound plays without a tap and the devices are allowed', async () => {
    const page = await open(planned());
    expect(page.session.sent).toEqual([{ type: 'board.ready' }]);
    expect(opened).toEqual(['audio', 'video']);
  });

  test('waits for a tap where the browser wants one for sound, or would ask for the camera', async () => {
    sounds = 'suspended';
    const silent = await open(planned());
    expect(silent.session.sent).toEqual([]);
    sounds = 'running';
    voices = false;
    expect((await open(planned())).session.sent).toEqual([]);
    voices = true;
    permission = 'prompt';
    const asks = await open(planned());
    expect(asks.session.sent).toEqual([]);
    expect(opened).toEqual([]);
    await asks.act(() => asks.button('开始上课').click());
    await asks.act(async () => void (await vi.advanceTimersByTimeAsync(0)));
    expect(asks.session.sent).toEqual([{ type: 'board.ready' }]);
  });

  test('[LS4] does not bring a class back that has left', async () => {
    const fixture = createFixture();
    fixture.send(board('c1'), { type: 'classroom.leave' });
    const page = await open(fixture);
    expect(page.session.sent).toEqual([]);
    expect(page.button('开始上课')).toBeTruthy();
  });

  test('[ST5] has 课前检查; the board of the own class and a running lesson have none', async () => {
    const page = await open(planned());
    expect(page.button('课前检查')).toBeTruthy();
    expect((await open(createFixture())).text()).not.toContain('课前检查');
    expect((await open(createFixture({ live: false }), 'own')).text()).not.toContain('课前检查');
  });
});
