import type { Page } from 'playwright-core';
import { button } from './button.ts';

/** The lead teacher starts the lesson, and where there is no microphone does so all the same. */
export async function startLesson(teacher: Page): Promise<void> {
  await button(teacher, '开始上课').click();
  const silent = button(teacher, '就这样开始');
  const started = button(teacher, '结束课堂');
  await silent.or(started).first().waitFor();
  if (await silent.isVisible()) await silent.click();
  await started.waitFor();
}
