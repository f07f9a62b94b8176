import type { RoomTally } from './room-tally.ts';

/** What a classroom has reached so far: in how many questions somebody was expected, and the sum of the shares that were right. */
export interface Standing {
  readonly questions: number;
  readonly shares: number;
}

/**
 * [SC3] A classroom's score of the lesson, 0 to 10: 10 × (right ÷ expected), averaged over the questions with a right answer in which
 * the classroom had somebody expected; null before the first. A share knows no size: twice the children with twice the right answers
 * have the same score. Buzzer wins stand beside it and are not mixed in.
 */
export function classroomScore(standing: Standing | undefined): number | null {
  return standing && standing.questions > 0 ? (10 * standing.shares) / standing.questions : null;
}

/** The standing after one more question. */
export function afterQuestion(standing: Standing | undefined, { expected, right }: RoomTally): Standing | undefined {
  if (right === null || expected <= 0) return standing;
  const { questions, shares } = standing ?? { questions: 0, shares: 0 };
  return { questions: questions + 1, shares: shares + Math.min(1, right / expected) };
}
