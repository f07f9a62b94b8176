import { expect, it } from 'vitest';
import { newQuestionBody } from '../http/questions.ts';
import { QUESTION_LIMITS } from '../lesson/question/limits.ts';
import { ask } from '../testing/questions.ts';
import { command } from './commands.ts';

/** Outside the first plane: two code units, one character. */
const RARE = '𠮷';

function asked(prompt: string, text: string) {
  const choices = [{ key: 'A', text } as const, { key: 'B', text: '' } as const];
  const task = { kind: 'single' as const, choices, correct: null };
  const about = { subject: '', grade: null, points: [], picture: null, explanation: '', readSeconds: 0, seconds: 30 };
  return [
    command.safeParse(ask(task, { prompt })).success,
    newQuestionBody.safeParse({ ...about, prompt, task }).success,
  ];
}

it('[QZ8] a question and its answers have the same limits at home and in the lesson, counted in characters', () => {
  const { prompt, choice } = QUESTION_LIMITS;
  expect(asked(RARE.repeat(prompt), RARE.repeat(choice))).toEqual([true, true]);
  expect(asked(RARE.repeat(prompt + 1), RARE)).toEqual([false, false]);
  expect(asked(RARE, RARE.repeat(choice + 1))).toEqual([false, false]);
});
