import { expect, test } from 'vitest';
import type { LessonEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { evolveAll, Fold } from './fold.ts';
import { EMPTY_LESSON, type LessonState } from './state.ts';

const QUESTION: LessonEvent = {
  ...{ type: 'question.opened', roundId: 'q', task: { kind: 'true-false', correct: null } },
  ...{ prompt: '?', picture: null, explanation: '', onTablet: 'question' },
  ...{ at: 1, opensAt: 1, closesAt: 9, takesUntil: 9 },
};

function answer(seatId: string, value: boolean, answered: number): LessonEvent {
  const given = { kind: 'true-false', value } as const;
  return {
    ...{ type: 'answer.given', roundId: 'q', classroomId: 'r1', seatId },
    answer: given,
    ...{ at: 2, source: 'tablet', answered },
  };
}

/** As `s1+ s2-`: who says true, and who false. */
function said({ round }: LessonState): string {
  if (round?.kind !== 'question') return '';
  return Object.entries(round.answers)
    .map(([seatId, { answer }]) => seatId + (answer?.kind === 'true-false' && answer.value ? '+' : '-'))
    .join(' ');
}

const ANSWERS = [answer('s1', true, 1), answer('s2', false, 2), answer('s1', false, 2)];

test('[RS2] a fold gives what folding one by one gives, and leaves the state that it began with alone', () => {
  const opened = evolve(EMPTY_LESSON, QUESTION);
  expect(evolveAll(opened, ANSWERS)).toEqual(ANSWERS.reduce((state, event) => evolve(state, event), opened));
  expect(said(opened)).toBe('');
});

test('[RS5] a fold goes back to where it stood: to new answers, to changed ones, and to those kept before', () => {
  const fold = new Fold(evolve(EMPTY_LESSON, QUESTION));
  fold.add(answer('s1', true, 1));
  fold.keep();
  const mark = fold.mark();
  for (const event of ANSWERS) fold.add(event);
  expect(said(fold.state)).toBe('s1- s2-');
  fold.backTo(mark);
  expect(fold.state).toBe(mark.state);
  expect(said(fold.state)).toBe('s1+');
  fold.add(answer('s3', false, 2));
  expect(said(fold.state)).toBe('s1+ s3-');
});

test('[RS5] a mark inside another one is of its own', () => {
  const fold = new Fold(evolve(EMPTY_LESSON, QUESTION));
  const outer = fold.mark();
  fold.add(answer('s1', true, 1));
  const inner = fold.mark();
  fold.add(answer('s1', false, 1));
  fold.backTo(inner);
  expect(said(fold.state)).toBe('s1+');
  fold.backTo(outer);
  expect(said(fold.state)).toBe('');
});
