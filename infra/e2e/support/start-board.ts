import type { Page } from 'playwright-core';
import { board as words } from '../../../classroom-client/src/i18n/words/board.ts';
import { common } from '../../../classroom-client/src/i18n/words/common.ts';

/** Taps 开始上课 on a board in the lobby, where it does not start by itself, and waits until it is ready. */
export async function startBoard(board: Page, language: 'zh' | 'en' = 'zh'): Promise<void> {
  const start = board.getByRole('button', { name: words.start[language] });
  const camera = board.getByText(common.cameraOn[language]);
  // A board that was away for a moment is in the lesson at once, and has no camera to speak of where the machine has none.
  const inLesson = board.getByRole('button', { name: words.assistant[language] });
  const ready = board.getByText(words.readyWaiting[language]).or(camera).or(inLesson);
  await start.or(ready).first().waitFor();
  // It may start between the look and the tap.
  const gone = start.waitFor({ state: 'detached' });
  await Promise.race([start.click().catch(() => undefined), gone]);
  await gone;
}
