import { LEAD_PEER } from '@tongke/shared-types';
import { afterEach, expect, test, vi } from 'vitest';
import { board as words } from '../../i18n/words/board.ts';
import { common } from '../../i18n/words/common.ts';
import { ink } from '../../i18n/words/ink.ts';
import { leading } from '../../i18n/words/leading.ts';
import { link } from '../../i18n/words/link.ts';
import { screen } from '../../i18n/words/screen.ts';
import { slides } from '../../i18n/words/slides.ts';
import { teach } from '../../i18n/words/teach.ts';
import type { LinkPhase } from '../../lesson/lesson-store.ts';
import { fakeSession } from '../../testing/fake-session.ts';
import { board, createFixture, type Fixture, LEAD } from '../../testing/fixtures.ts';
import { render } from '../../testing/render.tsx';
import { BoardLive } from './BoardLive.tsx';
import { BoardLobby } from './BoardLobby.tsx';
import { setProjector } from './use-projector.ts';

const WORDS = { board: words, common, ink, leading, link, screen, slides, teach };

afterEach(() => {
  setProjector(false);
  vi.useRealTimers();
});

/** A board that is a projector, at which nobody has moved a mouse for a while. */
async function open(
  fixture: Fixture,
  Screen: typeof BoardLive | typeof BoardLobby = BoardLive,
  link: LinkPhase = 'online',
) {
  setProjector(true);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const snapshot = fixture.snapshot(board('c1'));
  const session = fakeSession(snapshot, fixture.now());
  const { view, names } = snapshot;
  const room = view.classrooms.c1;
  if (!room) throw new Error('The fixture has no such room.');
  const at = { ...session.connection.store.getState(), link };
  const page = await render(<Screen {...{ view, room, names, session }} screen={at} now={fixture.now()} />, WORDS);
  const rests = () => page.act(() => void vi.advanceTimersByTime(5_000));
  await rests();
  const press = (key: string) => page.act(() => void dispatchEvent(new KeyboardEvent('keydown', { key })));
  return { ...page, rests, press, sent: session.sent };
}

test('[SS3] a projector shows nothing to tap, until a mouse is moved; that the camera is on it says all the time', async () => {
  const fixture = createFixture();
  fixture.send(LEAD, { type: 'turn.give', classroomId: 'c1', seatId: null, seconds: 60 });
  const page = await open(fixture);
  expect(page.all('button')).toEqual([]);
  expect(page.text()).toContain(common.cameraOff.zh);
  await page.act(() => void dispatchEvent(new Event('pointermove')));
  expect(page.text()).toContain(words.endTurn.zh);
  expect(page.text()).toContain(words.assistant.zh);
  await page.rests();
  expect(page.all('button')).toEqual([]);
});

test('[SS3] a notice is its sentence alone, until a mouse is moved', async () => {
  const page = await open(createFixture(), BoardLive, 'lost');
  expect(page.text()).toContain(common.linkLostStay.zh);
  expect(page.all('button')).toEqual([]);
  await page.act(() => void dispatchEvent(new Event('pointermove')));
  expect(page.text()).toContain(common.retry.zh);
});

test('[SS3] [IK6] with the pen it says so, and has tools once a mouse is moved', async () => {
  const fixture = createFixture();
  fixture.report({ type: 'deck.put', deckId: 'd1', title: '认识分数', pages: 2 });
  fixture.send(LEAD, { type: 'pens.set', classroomIds: ['c1'], sides: false });
  const page = await open(fixture);
  expect(page.text()).toContain(ink.ourPen.zh);
  expect(page.all('button, [data-ink]')).toEqual([]);
  await page.act(() => void dispatchEvent(new Event('pointermove')));
  expect(page.text()).toContain(ink.undo.zh);
});

test('[SS3] a presenter remote opens the microphone that waits', async () => {
  const fixture = createFixture();
  fixture.send(board('c1'), { type: 'microphone.set', waits: true });
  fixture.send(LEAD, { type: 'turn.give', classroomId: 'c1', seatId: null, seconds: 60 });
  const page = await open(fixture);
  await page.press('PageUp');
  expect(page.sent).toEqual([]);
  await page.press('PageDown');
  expect(page.sent).toEqual([{ type: 'turn.accept', turnId: fixture.state().floor.turns[0]?.turnId }]);
});

test('[SS3] it turns pages while the classroom leads, and no further than there are; without the lead it does nothing', async () => {
  const fixture = createFixture();
  fixture.report({ type: 'deck.put', deckId: 'd1', title: '认识分数', pages: 2 });
  const follows = await open(fixture);
  await follows.press('PageDown');
  expect(follows.sent).toEqual([]);
  fixture.send(LEAD, { type: 'lead.hand', to: 'c1' });
  const page = await open(fixture);
  await page.press('PageUp');
  await page.press('PageDown');
  expect(page.sent).toEqual([{ type: 'page.turn', page: 2 }]);
});

test('[SS3] it starts the board in the lobby', async () => {
  const fixture = createFixture({ live: false });
  fixture.report({ type: 'peer.came', peer: { kind: 'board', classroomId: 'c1' } });
  const page = await open(fixture, BoardLobby);
  await page.press('PageDown');
  expect(page.sent).toEqual([{ type: 'board.ready' }]);
});

test('a board that is none takes no key, and keeps its buttons', async () => {
  const fixture = createFixture();
  fixture.report({ type: 'track.publish', trackId: 't', peerId: LEAD_PEER, source: 'camera' });
  fixture.report({ type: 'deck.put', deckId: 'd1', title: '认识分数', pages: 2 });
  fixture.send(LEAD, { type: 'lead.hand', to: 'c1' });
  const page = await open(fixture);
  await page.act(() => setProjector(false));
  await page.press('PageDown');
  expect(page.sent).toEqual([]);
  expect(page.text()).toContain(words.assistant.zh);
});
