import type { SchoolItem, SchoolPatch } from '@tongke/shared-types';
import { newId } from '../guard/secrets.ts';
import type { CatalogueDb } from './catalogue-tables.ts';

/** Schools: the owners of everything else. */
export function catalogueSchools(db: CatalogueDb) {
  const items = db.selectFrom('schools').select(['schoolId', 'name', 'numbersOnly']);
  return {
    async add(name: string, now: number): Promise<SchoolItem> {
      const schoolId = newId();
      await db.insertInto('schools').values({ schoolId, name, numbersOnly: false, createdAt: now }).execute();
      return { schoolId, name, numbersOnly: false };
    },

    async all(): Promise<SchoolItem[]> {
      return (await items.orderBy('createdAt').execute()).map(toItem);
    },

    async byId(schoolId: string): Promise<SchoolItem | null> {
      const row = await items.where('schoolId', '=', schoolId).executeTakeFirst();
      return row ? toItem(row) : null;
    },

    async change(schoolId: string, { name, numbersOnly }: SchoolPatch): Promise<void> {
      if (name === undefined && numbersOnly === undefined) return;
      await db
        .updateTable('schools')
        .set({ ...(name !== undefined && { name }), ...(numbersOnly !== undefined && { numbersOnly }) })
        .where('schoolId', '=', schoolId)
        .execute();
    },
  };
}

function toItem(row: { schoolId: string; name: string; numbersOnly: number }): SchoolItem {
  return { schoolId: row.schoolId, name: row.name, numbersOnly: row.numbersOnly === 1 };
}
