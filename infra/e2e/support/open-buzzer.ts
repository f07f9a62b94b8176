import type { Page } from 'playwright-core';
import { teach as words } from '../../../classroom-client/src/i18n/words/teach.ts';

/** The lead teacher opens a buzzer as the sheet offers it. */
export async function openBuzzer(teacher: Page, language: 'zh' | 'en' = 'zh'): Promise<void> {
  await teacher.getByRole('button', { name: words.buzzer[language], exact: true }).click();
  await teacher.getByRole('button', { name: words.buzzerGo[language] }).click();
}
