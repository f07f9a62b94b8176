import type { Page } from 'playwright-core';
import { button } from '../../e2e/support/button.ts';

/** The lead teacher brings a deck of this title onto the boards, in the lesson. */
export async function chooseDeck(lead: Page, title: string): Promise<void> {
  await button(lead, '课件').click();
  await lead.getByRole('dialog').getByRole('button', { name: title }).click();
  await lead.getByRole('dialog').waitFor({ state: 'detached' });
  await lead.locator('[aria-label="现在"][aria-disabled="false"]').waitFor();
}
