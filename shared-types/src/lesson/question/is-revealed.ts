import type { QuestionRound } from './round.ts';

/** The right answer and the counts are out. */
export function isRevealed({ phase }: Pick<QuestionRound, 'phase'>): boolean {
  return phase === 'revealed' || phase === 'explained';
}
