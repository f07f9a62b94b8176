import type { Page } from 'playwright-core';

/** Waits until a page in the lobby or in a lesson sends and receives: both of its transports are connected. */
export async function transportsConnected(page: Page): Promise<void> {
  await page.waitForFunction(
    () => window.tongkeProbe.connections.filter(({ connectionState }) => connectionState === 'connected').length >= 2,
  );
}
