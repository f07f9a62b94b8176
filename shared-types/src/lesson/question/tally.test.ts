import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { board, LEAD, type LessonDriver, pupil, roomOf, shared } from '../../testing/lesson-driver.ts';
import { QuestionDriver } from '../../testing/question-driver.ts';
import { ANSWERS, ask, TASKS } from '../../testing/questions.ts';
import { evolve } from '../evolve.ts';
import { EMPTY_LESSON } from '../state.ts';
import { visibleTo } from '../visible.ts';
import { sumOfHands } from './hand-keys.ts';
import type { TaskKind } from './task.ts';

const OWN = ['r1-s1', 'r2-s1', 'r2-s2'];
const SHARED = ['r1-s2', 'r1-s3'];
const ROLL = 3;

/** One thing that somebody sends, or a wait. */
type Sent =
  | { readonly seatId: string; readonly nth: number }
  | { readonly seatIds: readonly string[]; readonly nth: number }
  | { readonly room: string; readonly hands: number }
  | { readonly wait: number };

const kind = fc.constantFrom(...(Object.keys(TASKS) as TaskKind[]));
const sent: fc.Arbitrary<Sent> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ seatId: fc.constantFrom(...OWN), nth: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ seatIds: fc.subarray(SHARED, { minLength: 1 }), nth: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ room: fc.constantFrom('r1', 'r2', 'own'), hands: fc.nat(4) }) },
  { weight: 1, arbitrary: fc.record({ wait: fc.nat(20_000) }) },
);

function opened(asked: TaskKind): QuestionDriver {
  const driver = new QuestionDriver(TASKS[asked], OWN, { prompt: 'prompt', explanation: 'because of this' });
  driver.share('r1');
  return driver;
}

/** Sends one thing for this round; answers the refusal. */
function send(lesson: LessonDriver, asked: TaskKind, roundId: string, one: Sent) {
  if ('wait' in one) {
    lesson.wait(one.wait);
    return null;
  }
  if ('seatId' in one) {
    const answer = ANSWERS[asked][one.nth % 2 ? 1 : 0];
    return lesson.do(pupil(one.seatId), { type: 'answer.give', roundId, answer });
  }
  if ('seatIds' in one) {
    const answer = ANSWERS[asked][one.nth % 2 ? 1 : 0];
    return lesson.do(shared('r1', 't1'), { type: 'answer.give-for', roundId, seatIds: [...one.seatIds], answer });
  }
  const key = asked === 'single' ? 'A' : asked === 'true-false' ? 'true' : 'wrong';
  return lesson.do(board(one.room), { type: 'handcount.set', roundId, counts: { [key]: one.hands } });
}

describe('whatever is sent in whatever order', () => {
  it('[QZ2] [QZ4] the tally is the seats that answered and the counted hands, and never above the roll', () => {
    fc.assert(
      fc.property(kind, fc.array(sent, { maxLength: 40 }), (asked, all) => {
        const driver = opened(asked);
        const answered = new Set<string>();
        for (const one of all) {
          const refusal = send(driver.lesson, asked, driver.round.roundId, one);
          if (refusal !== null) continue;
          if ('seatId' in one) answered.add(one.seatId);
          if ('seatIds' in one) for (const seatId of one.seatIds) answered.add(seatId);
          for (const room of ['r1', 'r2', 'own']) {
            const seats = [...answered].filter((seatId) => roomOf(seatId) === room).length;
            const { round } = driver;
            expect(round.answered[room] ?? 0).toBe(seats);
            expect(seats + sumOfHands(round.handCounts[room])).toBeLessThanOrEqual(ROLL);
          }
        }
        driver.reveal();
        expect(Object.keys(driver.round.answers).sort()).toEqual([...answered].sort());
        for (const [room, { answered: count, expected, right }] of Object.entries(driver.round.tally ?? {})) {
          const seats = [...answered].filter((seatId) => roomOf(seatId) === room).length;
          expect(count).toBe(seats + sumOfHands(driver.round.handCounts[room]));
          expect(count).toBeLessThanOrEqual(expected);
          expect(expected).toBeLessThanOrEqual(ROLL);
          expect(right ?? 0).toBeLessThanOrEqual(count);
        }
      }),
    );
  });

  it('[QZ2] what arrives twice or is sent again changes nothing', () => {
    const again = fc.array(fc.tuple(sent, fc.nat(2)), { maxLength: 30 });
    fc.assert(
      fc.property(kind, again, (asked, all) => {
        const [once, more] = [opened(asked), opened(asked)];
        for (const [one, times] of all) {
          const { roundId } = once.round;
          const first = send(once.lesson, asked, roundId, one);
          if ('wait' in one) {
            more.lesson.wait(one.wait);
            continue;
          }
          expect(send(more.lesson, asked, roundId, one)).toBe(first);
          for (let time = 0; time < times; time += 1) send(more.lesson, asked, roundId, one);
        }
        expect(more.lesson.state).toEqual(once.lesson.state);
      }),
    );
  });

  it('[QZ3] a late answer changes no later round, whichever kind either is', () => {
    fc.assert(
      fc.property(kind, kind, fc.array(sent, { maxLength: 20 }), fc.boolean(), (before, after, late, dismissed) => {
        const driver = opened(before);
        const { roundId } = driver.round;
        driver.reveal();
        if (dismissed) driver.lead('round.dismiss');
        driver.ask(TASKS[after]);
        const { state } = driver.lesson;
        for (const one of late) {
          if ('wait' in one) continue;
          expect(send(driver.lesson, before, roundId, one)).toMatch(/^(round\/closed|seat\/)/);
        }
        expect(driver.lesson.state).toBe(state);
      }),
    );
  });

  it('[VW4] [QZ13] [QZ14] no right answer, explanation or word of a pupil leaves before its time', () => {
    fc.assert(
      fc.property(kind, fc.array(sent, { maxLength: 20 }), fc.nat(3), (asked, all, steps) => {
        const driver = opened(asked);
        for (const one of all) send(driver.lesson, asked, driver.round.roundId, one);
        if (steps > 0) driver.close();
        const types = ['question.reveal', 'question.explain'] as const;
        for (const type of types.slice(0, Math.max(0, steps - 1))) driver.lead(type);
        for (const viewer of [board('r1'), board('r2'), pupil('own-s1'), shared('r2', 't1')]) {
          const seen = driver.lesson.log.flatMap((event) => visibleTo(viewer, event) ?? []);
          const words = JSON.stringify(seen);
          const { round } = seen.reduce(evolve, EMPTY_LESSON);
          if (steps < 2) expect(round).toMatchObject({ task: { correct: null }, tally: null, groups: [] });
          if (steps < 3) expect(words).not.toContain('because of this');
          for (const written of ['天水', 'abab']) expect(words).not.toContain(written);
        }
      }),
    );
  });
});

it('[QZ1] a question of another kind refuses the answers of the one before', () => {
  const driver = opened('single');
  driver.lead('round.dismiss');
  driver.lesson.do(LEAD, ask(TASKS.text));
  expect(driver.answer('r1-s1', ANSWERS.single[0])).toBe('question/no-such-choice');
});
