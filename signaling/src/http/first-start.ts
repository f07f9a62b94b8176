import type { Catalogue } from '../store/catalogue-stores.ts';
import { LINK_MS } from './link-times.ts';

/**
 * [CT1] The secret for `/setup#…` while this server has no administrator, else null. Each call makes a new one and
 * makes older ones worthless.
 */
export async function firstStartToken(catalogue: Catalogue, now: number): Promise<string | null> {
  return catalogue.atomically(async ({ accounts, links }) => {
    await links.dropAll('setup');
    if (await accounts.firstAdministrator()) return null;
    return links.add({ kind: 'setup', expiresAt: now + LINK_MS.setup }, now);
  });
}
