import type { AccountItem, Me } from '@tongke/shared-types';
import type { StaffAccount } from '../store/catalogue-accounts.ts';
import type { CatalogueStores } from '../store/catalogue-stores.ts';

/** An account as it is shown: without what only the server needs. */
export function accountItem({ accountId, role, name, operator, createdAt }: StaffAccount): AccountItem {
  return { accountId, role, name, operator, createdAt };
}

/** What a page wants to know about who is signed in. */
export async function me(stores: CatalogueStores, account: StaffAccount): Promise<Me> {
  const school = await stores.schools.byId(account.schoolId);
  if (!school) throw new Error('An account without a school.');
  return { account: accountItem(account), school };
}
