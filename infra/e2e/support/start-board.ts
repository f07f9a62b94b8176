import type { Page } from 'playwright-core';

/** Taps 开始上课 on a board in the lobby, where it does not start by itself, and waits until it is ready. */
export async function startBoard(board: Page): Promise<void> {
  const start = board.getByRole('button', { name: '开始上课' });
  await start.or(board.getByText('准备好了')).or(board.getByText('摄像头已开')).first().waitFor();
  // It may start between the look and the tap.
  const gone = start.waitFor({ state: 'detached' });
  await Promise.race([start.click().catch(() => undefined), gone]);
  await gone;
}
