import { z } from 'zod';
import type { Choice } from '../lesson/choices.ts';
import { choice, choices, prompt } from '../lesson/question/task.ts';

/** A prepared choice question with the limits of `question.open`, which carries it into a lesson. */
export const newQuestionBody = z
  .strictObject({
    prompt: prompt.refine((said) => said !== ''),
    choices,
    correct: choice.nullable(),
    seconds: z.int().min(5).max(600),
  })
  .refine((question) => new Set(question.choices.map(({ key }) => key)).size === question.choices.length, {
    path: ['choices'],
  })
  .refine((question) => question.correct === null || question.choices.some(({ key }) => key === question.correct), {
    path: ['correct'],
  });
export type NewQuestionBody = z.infer<typeof newQuestionBody>;

export interface QuestionItem {
  readonly questionId: string;
  readonly prompt: string;
  readonly choices: readonly { readonly key: Choice; readonly text: string }[];
  readonly correct: Choice | null;
  readonly seconds: number;
}
