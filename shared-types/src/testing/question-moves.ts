import fc from 'fast-check';
import type { Answer } from '../lesson/question/answer.ts';
import { groupsOf } from '../lesson/question/groups.ts';
import { handKeys } from '../lesson/question/hand-keys.ts';
import type { Task } from '../lesson/question/task.ts';
import type { LessonState } from '../lesson/state.ts';
import type { Command } from '../protocol/commands.ts';
import type { Actor } from '../roles.ts';
import { board, guest, LEAD, pupil, shared } from './lesson-driver.ts';
import { ANSWERS, ask, TASKS } from './questions.ts';

type Make = (state: LessonState) => Command;

const task = fc.constantFrom(...(Object.values(TASKS) as Task[]));
const roundOf = ({ round }: LessonState) => round?.roundId ?? 'none';
const question = ({ round }: LessonState) => (round?.kind === 'question' ? round : null);

/** An answer of the kind that is asked for now, right or wrong by chance. */
function answerTo(state: LessonState, nth: number): Answer {
  return ANSWERS[question(state)?.task.kind ?? 'single'][nth % 2] as Answer;
}

/** The next step of the question, as a lead teacher takes one after the other. */
function onward(state: LessonState): Command {
  const phase = question(state)?.phase;
  const type = phase === 'closed' ? 'question.reveal' : phase === 'revealed' ? 'question.explain' : 'round.close';
  return { type, roundId: roundOf(state) };
}

interface Move {
  /** Who may ask it. */
  readonly actor: Actor;
  readonly make: Make;
}

/** Whatever can be asked about questions in a lesson of these seats, by somebody who may. */
export function questionMoves(seatIds: readonly string[]): fc.Arbitrary<Move> {
  const seatId = fc.constantFrom(...seatIds);
  const open = fc
    .tuple(task, fc.constantFrom('keys', 'question'), fc.constantFrom(0, 0, 1), fc.constantFrom('', '因为', '因为'))
    .map(([asked, onTablet, readSeconds, explanation]): Make => {
      return () =>
        ask(asked, { seconds: 5, prompt: '几？', picture: 'ef'.repeat(32), onTablet, readSeconds, explanation });
    });
  const answer = fc.nat(1).map((nth): Make => {
    return (state) => ({ type: 'answer.give', roundId: roundOf(state), answer: answerTo(state, nth) });
  });
  const answerFor = fc
    .tuple(fc.nat(1), fc.uniqueArray(seatId, { minLength: 1, maxLength: 3 }))
    .map(([nth, ids]): Make => {
      return (state) => ({
        type: 'answer.give-for',
        roundId: roundOf(state),
        seatIds: ids,
        answer: answerTo(state, nth),
      });
    });
  const hands = fc.tuple(fc.nat(3), fc.nat(2)).map(([nth, count]): Make => {
    return (state) => {
      const keys = handKeys(question(state)?.task ?? TASKS.single);
      return { type: 'handcount.set', roundId: roundOf(state), counts: { [keys[nth % keys.length] ?? 'A']: count } };
    };
  });
  const steps = fc.constantFrom<Make>(
    onward,
    onward,
    (state) => ({ type: 'question.reveal', roundId: roundOf(state) }),
    (state) => ({ type: 'question.mark', roundId: roundOf(state), correct: question(state)?.task.correct ?? null }),
    (state) => {
      const group = groupsOf(question(state) ?? { task: TASKS.text, answers: {} }).groups[0]?.key ?? 'none';
      return { type: 'question.show-answer', roundId: roundOf(state), item: { by: 'group', group } };
    },
    (state) => {
      const shown = Object.keys(question(state)?.answers ?? {})[0] ?? 'none';
      return { type: 'question.show-answer', roundId: roundOf(state), item: { by: 'seat', seatId: shown } };
    },
  );
  const settings = fc.tuple(fc.boolean(), fc.boolean()).map(([points, streaks]): Make => {
    return () => ({ type: 'lesson.score-settings', points, streaks });
  });
  const by = (weight: number, arbitrary: fc.Arbitrary<Make>, ...actors: readonly Actor[]) => ({
    weight,
    arbitrary: fc.record({ actor: fc.constantFrom(...actors), make: arbitrary }),
  });
  return fc.oneof(
    by(2, open, LEAD),
    by(4, answer, ...seatIds.map(pupil)),
    by(2, answerFor, shared('r1', 't1'), shared('r1', 't2')),
    by(2, hands, board('r1'), board('r2')),
    by(4, steps, LEAD),
    by(1, settings, LEAD),
    by(2, share, guest('r1', 'd8'), guest('r1', 'd9'), guest('r2', 'd8')),
    by(2, allow, board('r1'), board('r1'), board('r2')),
  );
}

const share = fc.constantFrom<Make>(
  () => ({ type: 'tablet.share', tabletId: 't1' }),
  () => ({ type: 'tablet.share', tabletId: 't2' }),
);
const allow = fc.constantFrom<Make>(
  () => ({ type: 'tablet.allow', tabletId: 't1' }),
  () => ({ type: 'tablet.allow', tabletId: 't1' }),
  () => ({ type: 'tablet.allow', tabletId: 't2' }),
  () => ({ type: 'tablet.deny', tabletId: 't2' }),
);
