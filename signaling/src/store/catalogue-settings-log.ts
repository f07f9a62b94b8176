import type { SettingsChange } from '@tongke/shared-types';
import { newId } from '../guard/secrets.ts';
import type { CatalogueDb } from './catalogue-tables.ts';

export interface NewChange extends Omit<SettingsChange, 'accountName' | 'at'> {
  readonly schoolId: string;
  readonly accountId: string;
}

const LISTED = 500;

/** [CT3] Who changed which setting of a school, and when; nothing here is ever deleted. */
export function catalogueSettingsLog(db: CatalogueDb) {
  return {
    /** A change to the same value is none. */
    async note(change: NewChange, at: number): Promise<void> {
      if (change.from === change.to) return;
      await db
        .insertInto('settingsLog')
        .values({
          changeId: newId(),
          schoolId: change.schoolId,
          at,
          accountId: change.accountId,
          kind: change.about.kind,
          aboutId: change.about.id,
          aboutName: change.about.name,
          setting: change.setting,
          fromValue: JSON.stringify(change.from),
          toValue: JSON.stringify(change.to),
        })
        .execute();
    },

    /** Newest first. */
    async ofSchool(schoolId: string): Promise<SettingsChange[]> {
      const rows = await db
        .selectFrom('settingsLog')
        .innerJoin('accounts', 'accounts.accountId', 'settingsLog.accountId')
        .selectAll('settingsLog')
        .select('accounts.name as accountName')
        .where('settingsLog.schoolId', '=', schoolId)
        .orderBy('at', 'desc')
        .limit(LISTED)
        .execute();
      return rows.map((row) => ({
        at: row.at,
        accountName: row.accountName,
        about: { kind: row.kind, id: row.aboutId, name: row.aboutName },
        setting: row.setting,
        from: JSON.parse(row.fromValue),
        to: JSON.parse(row.toValue),
      }));
    },
  };
}
