import type { AccountItem, StaffRole } from '@tongke/shared-types';
import { newId } from '../guard/secrets.ts';
import type { CatalogueDb } from './catalogue-tables.ts';

/** An account as the catalogue knows it; it has no password, one-time links open sessions. */
export interface StaffAccount extends AccountItem {
  readonly schoolId: string;
}

export interface NewAccount {
  readonly schoolId: string;
  readonly role: StaffRole;
  readonly name: string;
  readonly operator: boolean;
}

/** People of the staff. A removed account leaves its row behind, because lessons that were held name it. */
export function catalogueAccounts(db: CatalogueDb) {
  const present = db
    .selectFrom('accounts')
    .select(['accountId', 'schoolId', 'role', 'name', 'operator', 'createdAt'])
    .where('removedAt', 'is', null);
  return {
    async add(account: NewAccount, now: number): Promise<StaffAccount> {
      const accountId = newId();
      await db
        .insertInto('accounts')
        .values({ accountId, ...account, createdAt: now, removedAt: null })
        .execute();
      return { accountId, ...account, createdAt: now };
    },

    async byId(accountId: string): Promise<StaffAccount | null> {
      const row = await present.where('accountId', '=', accountId).executeTakeFirst();
      return row ? toAccount(row) : null;
    },

    async ofSchool(schoolId: string): Promise<StaffAccount[]> {
      return (await present.where('schoolId', '=', schoolId).orderBy('createdAt').execute()).map(toAccount);
    },

    /** Who set this server up, or the oldest administrator; null while nobody can administer it. */
    async firstAdministrator(): Promise<StaffAccount | null> {
      const oldest = present.where('role', '=', 'admin').orderBy('operator', 'desc').orderBy('createdAt').limit(1);
      const row = await oldest.executeTakeFirst();
      return row ? toAccount(row) : null;
    },

    /** How many run this server. */
    async operators(): Promise<number> {
      return (await present.where('operator', '=', 1).execute()).length;
    },

    async remove(accountId: string, now: number): Promise<void> {
      await db.updateTable('accounts').set({ removedAt: now }).where('accountId', '=', accountId).execute();
      await db.deleteFrom('sessions').where('accountId', '=', accountId).execute();
      await db
        .deleteFrom('links')
        .where((where) => where.or([where('subject', '=', accountId), where('madeBy', '=', accountId)]))
        .execute();
    },
  };
}

function toAccount(row: Omit<StaffAccount, 'operator'> & { operator: number }): StaffAccount {
  return { ...row, operator: row.operator === 1 };
}
