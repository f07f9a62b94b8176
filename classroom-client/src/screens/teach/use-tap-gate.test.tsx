import { type Command, HAND_MS, UNPREPARED } from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { assistant } from '../../i18n/words/assistant.ts';
import { cheer } from '../../i18n/words/cheer.ts';
import { clock } from '../../i18n/words/clock.ts';
import { common } from '../../i18n/words/common.ts';
import { hands } from '../../i18n/words/hands.ts';
import { leading } from '../../i18n/words/leading.ts';
import { link } from '../../i18n/words/link.ts';
import { refusalStaff as refusal } from '../../i18n/words/refusal-staff.ts';
import { screen } from '../../i18n/words/screen.ts';
import { teach } from '../../i18n/words/teach.ts';
import { works } from '../../i18n/words/works.ts';
import { fakeSession } from '../../testing/fake-session.ts';
import { createFixture, type Fixture, LEAD, pupil, seatIdOf } from '../../testing/fixtures.ts';
import { render } from '../../testing/render.tsx';
import { REST_MS } from '../shared/use-tap-gate.ts';
import { LiveScreen } from './LiveScreen.tsx';

const WORDS = { assistant, common, hands, leading, link, cheer, clock, refusal, screen, teach, works };
const ASK: Command = {
  ...UNPREPARED,
  prompt: '1 + 1 = ?',
  task: {
    kind: 'single',
    choices: [
      { key: 'A', text: '2' },
      { key: 'B', text: '3' },
    ],
    correct: 'A',
  },
  seconds: 30,
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A lesson whose server answers when the test says so. */
async function open(fixture: Fixture) {
  const session = fakeSession(fixture.snapshot(LEAD), fixture.now());
  const sent: Command[] = [];
  let answer = () => {};
  const send = (command: Command) => {
    sent.push(command);
    return new Promise<{ ok: true; version: number }>((resolve) => {
      answer = () => resolve({ ok: true, version: 1 });
    });
  };
  const slow = { ...session, connection: { ...session.connection, send } };
  const screen = () => {
    const { view, names } = fixture.snapshot(LEAD);
    const state = session.connection.store.getState();
    return <LiveScreen {...{ view, names }} screen={state} session={slow} now={fixture.now()} />;
  };
  const page = await render(screen(), WORDS);
  return {
    sent,
    text: page.text,
    tap: (words: string) => page.act(() => page.button(words).click()),
    answered: () => page.act(() => answer()),
    changed: () => page.show(screen()),
    wait: (ms: number) => page.act(async () => void (await vi.advanceTimersByTimeAsync(ms))),
  };
}

test('a double tap on 抢答 asks once, and the tap after it does not end what has only just begun', async () => {
  const fixture = createFixture();
  const page = await open(fixture);
  await page.tap('抢答');
  await page.tap('抢答');
  await page.tap('开始抢答');
  fixture.send(LEAD, { type: 'buzzer.open', mode: 'pupil', prompt: '', seconds: 20 });
  await page.answered();
  await page.changed();
  await page.tap('结束抢答');
  expect(page.sent).toEqual([{ type: 'buzzer.open', mode: 'pupil', prompt: '', seconds: 20 }]);
});

test('[QZ5] a double tap takes one step: the next one stands in the same place and waits for a tap of its own', async () => {
  const fixture = createFixture();
  fixture.send(LEAD, ASK);
  const page = await open(fixture);
  await page.tap('结束作答');
  fixture.close();
  await page.answered();
  await page.changed();
  await page.tap('公布答案');
  await page.wait(REST_MS - 1);
  await page.tap('公布答案');
  expect(page.sent.map(({ type }) => type)).toEqual(['round.close']);
  await page.wait(1);
  await page.tap('公布答案');
  expect(page.sent.map(({ type }) => type)).toEqual(['round.close', 'question.reveal']);
});

test('what takes longer says 正在发送…', async () => {
  const page = await open(createFixture());
  await page.tap('抢答');
  await page.tap('开始抢答');
  expect(page.text()).not.toContain('正在发送…');
  await page.wait(300);
  expect(page.text()).toContain('正在发送…');
  await page.answered();
  expect(page.text()).not.toContain('正在发送…');
});

test('[FL2] a double tap on a raised hand does not give the turn to the next one in the queue', async () => {
  const fixture = createFixture();
  fixture.send(pupil('c1', 1), { type: 'hand.raise' });
  fixture.send(pupil('c2', 3), { type: 'hand.raise' });
  const page = await open(fixture);
  await page.tap(fixture.names[seatIdOf('c1', 1)] ?? '');
  fixture.send(LEAD, { type: 'turn.give', classroomId: 'c1', seatId: seatIdOf('c1', 1), seconds: 60 });
  await page.answered();
  await page.changed();
  await page.tap(fixture.names[seatIdOf('c2', 3)] ?? '');
  expect(page.sent).toHaveLength(1);
});

test('[FL5] [FL10] when a hand goes the others move up, and for a moment no tap counts; one that joins at the end moves nothing', async () => {
  const fixture = createFixture();
  fixture.send(pupil('c1', 1), { type: 'hand.raise' });
  fixture.wait(HAND_MS - 1_000);
  fixture.send(pupil('c2', 3), { type: 'hand.raise' });
  const page = await open(fixture);
  const tapThird = () => page.tap(fixture.names[seatIdOf('c2', 3)] ?? '');
  fixture.wait(1_000);
  await page.changed();
  await tapThird();
  expect(page.sent).toEqual([]);
  await page.wait(REST_MS);
  fixture.send(pupil('c1', 2), { type: 'hand.raise' });
  await page.changed();
  await tapThird();
  expect(page.sent).toMatchObject([{ type: 'turn.give', seatId: seatIdOf('c2', 3) }]);
});
