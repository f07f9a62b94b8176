import { type Command, UNPREPARED } from '@tongke/shared-types';
import { expect, test } from 'vitest';
import type { OutboxItem } from '../../connection/outbox.ts';
import { createFixture, LEAD, pupil } from '../../testing/fixtures.ts';
import { pupilScene } from './pupil-scene.ts';

const ME = pupil('c1', 1);
const QUESTION: Command = {
  ...UNPREPARED,
  prompt: '?',
  task: {
    kind: 'single',
    choices: [
      { key: 'A', text: 'a' },
      { key: 'B', text: 'b' },
    ],
    correct: 'A',
  },
  seconds: 30,
};

const buzzer = (seconds: number): Command => ({ type: 'buzzer.open', mode: 'pupil', prompt: '', seconds });

function start(open?: Command) {
  const fixture = createFixture();
  if (open?.type === 'buzzer.open') fixture.buzzer(open.seconds);
  else if (open) fixture.send(LEAD, open);
  const roundId = fixture.state().round?.roundId ?? '';
  const scene = (item?: Partial<OutboxItem>) => {
    const command = {
      type: open?.type === 'buzzer.open' ? 'buzzer.press' : 'answer.give',
      roundId,
      answer: { kind: 'single', choice: 'B' },
    };
    const outbox = item ? { [roundId]: { id: 'x', command, ...item } as OutboxItem } : {};
    return pupilScene(fixture.snapshot(ME).view, ME, outbox, fixture.now());
  };
  return { fixture, roundId, scene };
}

test('before, between and after', () => {
  const before = createFixture({ live: false });
  expect(pupilScene(before.snapshot(ME).view, ME, {}, before.now()).kind).toBe('before');
  const { fixture, scene } = start();
  expect(scene().kind).toBe('listen');
  fixture.send(LEAD, { type: 'lesson.end' });
  expect(scene().kind).toBe('ended');
});

test('[BZ3] a press: open, sending, received', () => {
  const { fixture, scene } = start(buzzer(20));
  expect(scene()).toMatchObject({ kind: 'buzz', state: 'open' });
  expect(scene({ state: 'sending' })).toMatchObject({ state: 'sending' });
  expect(scene({ state: { refused: 'round/closed' } })).toMatchObject({ state: 'late' });
  expect(scene({ state: { refused: 'round/other' } })).toMatchObject({ state: 'late' });
  expect(scene({ state: { refused: 'round/none' } })).toMatchObject({ state: 'not-open' });
  expect(scene({ state: { refused: 'lesson/not-live' } })).toMatchObject({ state: 'not-open' });
  expect(scene({ state: { refused: 'not-allowed' } })).toMatchObject({ state: 'refused', reason: 'not-allowed' });
  fixture.press('c1', 1);
  expect(scene()).toMatchObject({ state: 'received' });
});

test('[BZ5] armed waits for the cue; a press that was too early may be repeated', () => {
  const armed = createFixture();
  armed.send(LEAD, buzzer(20));
  expect(pupilScene(armed.snapshot(ME).view, ME, {}, armed.now())).toMatchObject({ kind: 'buzz', state: 'armed' });
  const cue = { roundId: armed.state().round?.roundId ?? '', prompt: '2 + 2', shownAt: null };
  const open = pupilScene(armed.snapshot(ME).view, ME, {}, armed.now(), cue);
  expect(open).toMatchObject({ kind: 'buzz', state: 'open', prompt: '2 + 2' });
  const { fixture, roundId, scene } = start(buzzer(20));
  const entrant = { kind: 'seat', classroomId: 'c1', seatId: ME.seatId, number: 1 } as const;
  const early = { roundId, entrant, waited: 50, claimed: 10, path: 'socket', early: false } as const;
  fixture.report({ type: 'press.measured', ...early });
  expect(scene({ state: 'received' })).toMatchObject({ state: 'early' });
  fixture.wait(250);
  expect(scene({ state: 'received' })).toMatchObject({ state: 'open' });
  expect(scene({ state: 'sending' })).toMatchObject({ state: 'sending' });
  fixture.press('c1', 1);
  expect(scene({ state: 'received' })).toMatchObject({ state: 'received' });
});

test('[BZ11] the winner and the own place', () => {
  const { fixture, scene } = start(buzzer(20));
  fixture.press('c2', 3);
  fixture.wait(50);
  fixture.press('c1', 1);
  fixture.wait(500);
  expect(scene()).toMatchObject({
    kind: 'buzzed',
    own: { place: 2 },
    tied: false,
    winner: { kind: 'seat', classroomId: 'c2', number: 3 },
  });
});

test('[BZ7] nobody pressed', () => {
  const { fixture, scene } = start(buzzer(5));
  fixture.wait(5000);
  expect(scene()).toEqual({ kind: 'buzzed', winner: null, own: null, tied: false, called: false });
});

test('[BZ7] at the close a tablet that heard nothing waits for the result: it does not know that nobody pressed', () => {
  const { fixture } = start(buzzer(5));
  const { view } = fixture.snapshot(ME);
  expect(pupilScene(view, ME, {}, fixture.now() + 5000)).toMatchObject({ kind: 'buzz', state: 'time-up' });
});

test('[QZ3] a change on its way shows as sending; one that came too late leaves the earlier answer', () => {
  const { fixture, roundId, scene } = start(QUESTION);
  fixture.send(ME, { type: 'answer.give', roundId, answer: { kind: 'single', choice: 'A' } });
  expect(scene()).toMatchObject({ standing: { answer: { choice: 'A' }, state: 'received', open: true } });
  expect(scene({ state: 'sending' })).toMatchObject({ standing: { answer: { choice: 'B' }, state: 'sending' } });
  expect(scene({ state: { refused: 'round/closed' } })).toMatchObject({
    standing: { answer: { choice: 'A' }, state: 'late' },
  });
  expect(scene({ state: { refused: 'lesson/not-live' } })).toMatchObject({ standing: { state: 'not-open' } });
  expect(scene({ state: { refused: 'not-allowed' } })).toMatchObject({
    standing: { state: 'refused', reason: 'not-allowed' },
  });
});

test('tiles close at zero on the own clock, before the server says so', () => {
  const { fixture, scene } = start(QUESTION);
  fixture.wait(30_000);
  expect(fixture.state().round).toMatchObject({ phase: 'open' });
  expect(scene()).toMatchObject({ kind: 'question', standing: { open: false } });
});

test('after the reveal: right, wrong, none', () => {
  const verdict = (choice: 'A' | 'B' | null) => {
    const { fixture, roundId, scene } = start(QUESTION);
    if (choice) fixture.send(ME, { type: 'answer.give', roundId, answer: { kind: 'single', choice } });
    fixture.close();
    fixture.send(LEAD, { type: 'question.reveal', roundId });
    return scene();
  };
  expect(verdict('A')).toEqual({ kind: 'result', verdict: 'right' });
  expect(verdict('B')).toEqual({ kind: 'result', verdict: 'wrong' });
  expect(verdict(null)).toEqual({ kind: 'result', verdict: 'none' });
});

test('[FL1] my turn fills the screen, unless there is something to press', () => {
  const { fixture, scene } = start();
  fixture.send(LEAD, { type: 'turn.give', classroomId: 'c1', seatId: ME.seatId, seconds: 30 });
  expect(scene()).toMatchObject({ kind: 'speak' });
  fixture.buzzer(10);
  expect(scene()).toMatchObject({ kind: 'buzz' });
});
