import { expect, it } from 'vitest';
import { board, LEAD, LessonDriver, pupil } from '../../testing/lesson-driver.ts';
import { LEAD_GRACE_MS, nextDeadline } from '../deadlines.ts';
import { evolveAll } from '../fold.ts';
import { mayPublish } from '../media-rules.ts';
import { UNPREPARED } from '../question/unprepared.ts';
import { EMPTY_LESSON } from '../state.ts';

const came = { type: 'peer.came', peer: { kind: 'lead' } } as const;
const went = { type: 'peer.went', peer: { kind: 'lead' }, cause: 'link' } as const;

/** A running lesson whose lead teacher is here. */
function led(...seatIds: readonly string[]): LessonDriver {
  const lesson = LessonDriver.live(...seatIds);
  lesson.server(came);
  return lesson;
}

it('[LD1] 10 s after the lead teacher went all turns end, once, and nobody follows', () => {
  const lesson = led();
  lesson.do(LEAD, { type: 'floor.open', mode: 'round-robin', classroomIds: ['r1', 'r2'], seconds: 60 });
  lesson.server(went);
  lesson.wait(LEAD_GRACE_MS - 1);
  expect(lesson.state.floor.turns).toHaveLength(1);
  expect(nextDeadline(lesson.state)).toBe(lesson.now + 1);
  const { length } = lesson.log;
  lesson.wait(1);
  expect(lesson.log.slice(length)).toMatchObject([
    { type: 'turn.ended', cause: 'lead-away' },
    { type: 'floor.opened', mode: 'single', queue: [] },
    { type: 'lead.missed', at: lesson.now },
  ]);
  expect(lesson.state).toMatchObject({ leadMissed: true, floor: { mode: 'single', turns: [], queue: [] } });
  lesson.wait(60_000);
  expect(lesson.log).toHaveLength(length + 3);
});

it('[LD1] a turn that waits for 开麦, a listen turn and a chorus end as well, and a board that comes later joins nothing', () => {
  const lesson = led();
  lesson.do(board('r1'), { type: 'microphone.set', waits: true });
  lesson.do(LEAD, { type: 'turn.give', classroomId: 'r1', seatId: null, seconds: null, listen: true });
  lesson.server(went);
  lesson.wait(LEAD_GRACE_MS);
  expect(lesson.state.floor.turns).toEqual([]);
  lesson.server(came);
  lesson.do(LEAD, { type: 'floor.open', mode: 'chorus', classroomIds: [], seconds: null });
  lesson.server({ type: 'peer.went', peer: { kind: 'board', classroomId: 'r2' }, cause: 'link' });
  lesson.server(went);
  lesson.wait(LEAD_GRACE_MS);
  lesson.server({ type: 'peer.came', peer: { kind: 'board', classroomId: 'r2' } });
  expect(lesson.state.floor.turns).toEqual([]);
});

it('[LD1] a lead teacher who is back within 10 s loses nothing; one who is back later gives turns again', () => {
  const lesson = led();
  lesson.do(LEAD, { type: 'turn.give', classroomId: 'r1', seatId: null, seconds: null });
  lesson.server(went);
  lesson.wait(LEAD_GRACE_MS - 1);
  lesson.server(came);
  lesson.wait(LEAD_GRACE_MS);
  expect(lesson.state.floor.turns).toHaveLength(1);
  lesson.server(went);
  lesson.wait(LEAD_GRACE_MS);
  lesson.server(came);
  expect(lesson.state).toMatchObject({ leadMissed: false, leadAwaySince: null });
  lesson.do(LEAD, { type: 'turn.give', classroomId: 'r2', seatId: null, seconds: null });
  lesson.wait(60_000);
  expect(lesson.state.floor.turns).toHaveLength(1);
});

it('[LD1] [QZ18] the countdown of a question goes on, and answers count', () => {
  const lesson = led('r1-s1');
  lesson.do(LEAD, { ...UNPREPARED, task: { kind: 'true-false', correct: null }, seconds: 60 });
  const { round } = lesson.state;
  lesson.server(went);
  lesson.wait(LEAD_GRACE_MS);
  expect(lesson.state.round).toBe(round);
  const roundId = round?.roundId ?? '';
  const answer = { kind: 'true-false', value: true } as const;
  expect(lesson.do(pupil('r1-s1'), { type: 'answer.give', roundId, answer })).toBeNull();
});

it('[LD1] the log alone tells it, and a clock that comes late opens no microphone', () => {
  const lesson = led();
  lesson.do(LEAD, { type: 'turn.give', classroomId: 'r1', seatId: null, seconds: null });
  lesson.server(went);
  const again = evolveAll(EMPTY_LESSON, lesson.log);
  expect(nextDeadline(again)).toBe(lesson.now + LEAD_GRACE_MS);
  expect(mayPublish(again, 'r1', 'microphone', lesson.now)).toBeNull();
  expect(mayPublish(again, 'r1', 'microphone', lesson.now + LEAD_GRACE_MS)).toBe('media/no-turn');
  lesson.wait(LEAD_GRACE_MS);
  expect(evolveAll(EMPTY_LESSON, lesson.log)).toEqual(lesson.state);
});

it('[LD1] before the start nobody is missed', () => {
  const lesson = new LessonDriver();
  lesson.server(came);
  lesson.server(went);
  expect(nextDeadline(lesson.state)).toBeNull();
  lesson.wait(60_000);
  expect(lesson.state.leadMissed).toBe(false);
});
