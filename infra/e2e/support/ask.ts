import type { NewQuestionBody, Task } from '@tongke/shared-types';
import type { Page } from 'playwright-core';
import { button } from './button.ts';

/** A question of the bank that is answered at once, for so many seconds. */
export function asked(prompt: string, task: Task, seconds = 120): NewQuestionBody {
  const about = { subject: '', grade: null, points: [] };
  return { ...about, prompt, picture: null, task, explanation: '', readSeconds: 0, seconds };
}

/** Puts questions into the bank of the teacher who is signed in on this page. */
export async function prepare(teacher: Page, questions: readonly NewQuestionBody[]): Promise<void> {
  await teacher.evaluate(async (all) => {
    for (const question of all) {
      const reply = await fetch('/api/questions', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(question),
      });
      if (!reply.ok) throw new Error(`${question.prompt}: ${await reply.text()}`);
    }
  }, questions);
}

/** The teacher opens a question of the bank. */
export async function open(teacher: Page, prompt: string): Promise<void> {
  await button(teacher, '出题').click();
  await teacher.getByRole('radio', { name: '我的题库' }).click();
  await teacher.getByText(prompt).first().click();
  await button(teacher, '开始作答').click();
}

/** The teacher closes and reveals the question that is open. */
export async function reveal(teacher: Page): Promise<void> {
  await button(teacher, '结束作答').click();
  await button(teacher, '公布答案').click();
}
