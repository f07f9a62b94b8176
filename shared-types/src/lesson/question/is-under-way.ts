import type { QuestionRound } from './round.ts';

/** It is read or answered: not closed yet. */
export function isUnderWay({ phase }: Pick<QuestionRound, 'phase'>): boolean {
  return phase === 'reading' || phase === 'open';
}
