import type { QuestionItem } from '../../http/questions.ts';
import { shuffled } from '../question/shuffled.ts';
import type { PackQuestion } from './lesson-pack.ts';

/** [PK3] What a board may keep of a question that is not asked yet. `random` gives 0 ≤ x < 1. */
export function packQuestion(question: QuestionItem, random: () => number): PackQuestion {
  const { questionId, task, prompt, picture, readSeconds, seconds } = question;
  return { questionId, task: { ...shuffled(task, random), correct: null }, prompt, picture, readSeconds, seconds };
}
