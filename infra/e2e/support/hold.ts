import type { Page } from 'playwright-core';

/** Holds 助教 on a board until the assistant's drawer is there. */
export async function openDrawer(board: Page): Promise<void> {
  await board.getByRole('button', { name: '助教' }).hover();
  await board.mouse.down();
  await board.getByRole('heading', { name: '助教' }).waitFor();
  await board.mouse.up();
}
