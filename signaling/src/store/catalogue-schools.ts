import { PHOTO_DAYS, type SchoolItem, type SchoolPatch } from '@tongke/shared-types';
import { newId } from '../guard/secrets.ts';
import type { CatalogueDb } from './catalogue-tables.ts';

/** Schools: the owners of everything else. */
export function catalogueSchools(db: CatalogueDb) {
  const items = db.selectFrom('schools').select(['schoolId', 'name', 'numbersOnly', 'photoDays']);
  return {
    async add(name: string, now: number): Promise<SchoolItem> {
      const schoolId = newId();
      const school = { schoolId, name, numbersOnly: false, photoDays: PHOTO_DAYS };
      await db
        .insertInto('schools')
        .values({ ...school, createdAt: now })
        .execute();
      return school;
    },

    async all(): Promise<SchoolItem[]> {
      return (await items.orderBy('createdAt').execute()).map(toItem);
    },

    async byId(schoolId: string): Promise<SchoolItem | null> {
      const row = await items.where('schoolId', '=', schoolId).executeTakeFirst();
      return row ? toItem(row) : null;
    },

    async change(schoolId: string, { name, numbersOnly, photoDays }: SchoolPatch): Promise<void> {
      if (name === undefined && numbersOnly === undefined && photoDays === undefined) return;
      await db
        .updateTable('schools')
        .set({
          ...(name !== undefined && { name }),
          ...(numbersOnly !== undefined && { numbersOnly }),
          ...(photoDays !== undefined && { photoDays }),
        })
        .where('schoolId', '=', schoolId)
        .execute();
    },
  };
}

function toItem(row: { schoolId: string; name: string; numbersOnly: number; photoDays: number }): SchoolItem {
  return { ...row, numbersOnly: row.numbersOnly === 1 };
}
