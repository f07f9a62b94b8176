import type { Catalogue } from '../store/catalogue-stores.ts';
import { LINK_MS } from './link-times.ts';

/**
 * [CT1] A way back for a lone administrator whose browser is gone: the secret for `/sign-in#…` of the first administrator, and the name;
 * null while there is none.
 */
export async function adminLink(
  catalogue: Catalogue,
  now: number,
): Promise<{ readonly token: string; readonly name: string } | null> {
  return catalogue.atomically(async ({ accounts, links }) => {
    const administrator = await accounts.firstAdministrator();
    if (!administrator) return null;
    const { accountId: subject, name } = administrator;
    return { token: await links.add({ kind: 'sign-in', subject, expiresAt: now + LINK_MS['sign-in'] }, now), name };
  });
}
