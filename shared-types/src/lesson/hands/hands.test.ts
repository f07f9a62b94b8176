import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { command } from '../../protocol/commands.ts';
import type { Actor } from '../../roles.ts';
import { board, LEAD, LessonDriver, pupil, roomOf } from '../../testing/lesson-driver.ts';
import { HAND_MS, nextDeadline } from '../deadlines.ts';
import type { Hand, LessonState } from '../state.ts';
import { viewFor } from '../view.ts';
import { HAND_REASONS, type HandReason } from './hand-reason.ts';

const order = ({ hands }: LessonState) => hands.map(({ seatId, classroomId }) => seatId ?? classroomId);
const raise = (reason?: HandReason) => ({ type: 'hand.raise', ...(reason && { reason }) }) as const;

describe('raised hands', () => {
  it('[FL4] one hand each, in the order in which they went up, with a reason or none', () => {
    const lesson = LessonDriver.live('r1-s1', 'r2-s1');
    lesson.do(pupil('r2-s1'), raise());
    lesson.do(pupil('r2-s1'), raise());
    lesson.do(board('r1'), raise('show'));
    lesson.do(pupil('r1-s1'), raise('ask'));
    expect(order(lesson.state)).toEqual(['r2-s1', 'r1', 'r1-s1']);
    expect(lesson.state.hands.map(({ reason }) => reason)).toEqual([null, 'show', 'ask']);
    expect(command.safeParse({ type: 'hand.raise', reason: 'sleep' }).success).toBe(false);
  });

  it('[FL4] raised again, a hand takes another reason and keeps its place and its time; the same one changes nothing', () => {
    const lesson = LessonDriver.live('r1-s1', 'r2-s1');
    lesson.do(pupil('r2-s1'), raise());
    const { now, log } = lesson;
    lesson.now += 5_000;
    lesson.do(pupil('r1-s1'), raise('answer'));
    lesson.do(pupil('r2-s1'), raise('ask'));
    expect(lesson.state.hands[0]).toMatchObject({ seatId: 'r2-s1', reason: 'ask', at: now });
    const { length } = log;
    for (const again of [raise('ask'), raise()]) expect(lesson.do(pupil('r2-s1'), again)).toBeNull();
    expect(log).toHaveLength(length);
    lesson.do(pupil('r2-s1'), raise('show'));
    expect(lesson.state.hands.map(({ reason }) => reason)).toEqual(['show', 'answer']);
  });

  it('[FL5] a hand is lowered by its owner, its room or the lead teacher, who may also lower all', () => {
    const lesson = LessonDriver.live('r1-s1', 'r1-s2', 'r2-s1');
    for (const one of [pupil('r1-s1'), pupil('r1-s2'), board('r1'), pupil('r2-s1')]) lesson.do(one, raise());
    expect(lesson.do(pupil('r1-s1'), { type: 'hand.lower' })).toBeNull();
    expect(lesson.do(pupil('r1-s1'), { type: 'hand.lower' })).toBe('hand/not-raised');
    expect(lesson.do(LEAD, { type: 'hand.lower', classroomId: 'r1', seatId: 'r1-s2' })).toBeNull();
    expect(order(lesson.state)).toEqual(['r1', 'r2-s1']);
    expect(lesson.do(LEAD, { type: 'hand.lower', classroomId: 'r1', seatId: null })).toBeNull();
    expect(lesson.do(LEAD, { type: 'hand.lower', classroomId: 'r1', seatId: null })).toBe('hand/not-raised');
    lesson.do(LEAD, { type: 'hands.clear' });
    expect(lesson.state.hands).toEqual([]);
  });

  it('[FL10] a hand goes down by itself after ten minutes, whatever its reason became; a restart keeps its time', () => {
    const lesson = LessonDriver.live('r1-s1', 'r2-s1');
    lesson.do(pupil('r1-s1'), raise());
    const down = lesson.now + HAND_MS;
    lesson.wait(60_000);
    lesson.do(pupil('r2-s1'), raise());
    lesson.do(pupil('r1-s1'), raise('show'));
    // The state is all there is after a restart, and what a screen holds says the same.
    expect(nextDeadline(lesson.state)).toBe(down);
    lesson.wait(down - 1 - lesson.now);
    expect(order(viewFor(pupil('r1-s1'), lesson.state))).toEqual(['r1-s1']);
    lesson.wait(1);
    expect(order(lesson.state)).toEqual(['r2-s1']);
    expect(viewFor(pupil('r1-s1'), lesson.state).hands).toEqual([]);
    expect(lesson.log[lesson.log.length - 1]).toEqual({ type: 'hand.lowered', classroomId: 'r1', seatId: 'r1-s1' });
    expect(lesson.do(pupil('r1-s1'), { type: 'hand.lower' })).toBe('hand/not-raised');
    lesson.do(pupil('r1-s1'), raise());
    expect(order(lesson.state)).toEqual(['r2-s1', 'r1-s1']);
  });

  it('[FL10] hands that went up before the clock was set back go in their own time', () => {
    const lesson = LessonDriver.live('r1-s1', 'r2-s1');
    lesson.do(pupil('r1-s1'), raise());
    lesson.now -= 120_000;
    lesson.do(pupil('r2-s1'), raise());
    expect(order(lesson.state)).toEqual(['r1-s1', 'r2-s1']);
    expect(nextDeadline(lesson.state)).toBe(lesson.now + HAND_MS);
    lesson.wait(HAND_MS);
    expect(order(lesson.state)).toEqual(['r1-s1']);
  });

  it('[FL4] [FL5] [FL10] whatever is raised, changed, lowered or runs out: the order is that of the first raise, with one hand each', () => {
    const SEATS = ['r1-s1', 'r1-s2', 'r2-s1', 'r2-s2'];
    const raiser = fc.constantFrom<Actor>(...SEATS.map(pupil), board('r1'), board('r2'));
    const seatId = fc.constantFrom(...SEATS);
    const step = fc.oneof(
      {
        weight: 6,
        arbitrary: fc.tuple(raiser, fc.option(fc.constantFrom(...HAND_REASONS), { nil: undefined })).map(
          ([actor, reason]) =>
            (lesson: LessonDriver) =>
              lesson.do(actor, raise(reason)),
        ),
      },
      {
        weight: 2,
        arbitrary: raiser.map((actor) => (lesson: LessonDriver) => lesson.do(actor, { type: 'hand.lower' })),
      },
      seatId.map(
        (id) => (lesson: LessonDriver) => lesson.do(LEAD, { type: 'hand.lower', classroomId: roomOf(id), seatId: id }),
      ),
      seatId.map((id) => (lesson: LessonDriver) => {
        lesson.do(LEAD, { type: 'turn.give', classroomId: roomOf(id), seatId: id, seconds: 5 });
      }),
      fc.constant((lesson: LessonDriver) => lesson.do(LEAD, { type: 'hands.clear' })),
      { weight: 3, arbitrary: fc.nat(HAND_MS / 2).map((ms) => (lesson: LessonDriver) => lesson.wait(ms)) },
    );
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 60 }), (steps) => {
        const lesson = LessonDriver.live(...SEATS);
        /** The queue, kept in the plainest way: who came first stands first. */
        let queue: string[] = [];
        for (const next of steps) {
          next(lesson);
          const up = order(lesson.state);
          queue = [...queue.filter((one) => up.includes(one)), ...up.filter((one) => !queue.includes(one))];
          expect(up).toEqual(queue);
          expect(new Set(up).size).toBe(up.length);
          const times = lesson.state.hands.map(({ at }: Hand) => at);
          expect(times).toEqual([...times].sort((a, b) => a - b));
          for (const at of times) expect(lesson.now - at).toBeLessThan(HAND_MS);
        }
      }),
      { numRuns: 200 },
    );
  });
});
