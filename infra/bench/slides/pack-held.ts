import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';

const PATIENCE_MS = 180_000;

/** Waits until the board holds both pictures of each page, and what the pack is. */
export async function packHeld(board: Page, pages: number): Promise<void> {
  const held = () => board.evaluate(async () => (await (await caches.open('tongke-pack')).keys()).length);
  for (const until = Date.now() + PATIENCE_MS; (await held()) < 2 * pages + 1; await sleep(500)) {
    if (Date.now() > until) throw new Error('the pack did not come');
  }
}
