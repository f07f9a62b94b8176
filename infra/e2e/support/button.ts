import type { Locator, Page } from 'playwright-core';

/** The buttons of a page that read so. */
export function button(page: Page, name: string | RegExp): Locator {
  return page.getByRole('button', { name });
}
