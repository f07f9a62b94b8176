import type { QuestionRound } from '../question/round.ts';
import type { PackQuestion } from './lesson-pack.ts';

/** Which question of the pack this round asks, by its words and picture, for a round carries no name of the bank; null for one on the spot. */
export function questionOnScreen(
  questions: readonly PackQuestion[],
  { task, prompt, picture }: Pick<QuestionRound, 'task' | 'prompt' | 'picture'>,
): string | null {
  if (prompt === '' && picture === null) return null;
  const same = (question: PackQuestion) =>
    question.task.kind === task.kind && question.prompt === prompt && question.picture === picture;
  return questions.find(same)?.questionId ?? null;
}
