import type { PairingItem } from '@tongke/shared-types';
import { newId } from '../guard/secrets.ts';
import type { CatalogueDb } from './catalogue-tables.ts';

/** Pairs of schools that may hold lessons together. Each side decides about its own pupils' names. */
export function cataloguePairings(db: CatalogueDb) {
  const both = db
    .selectFrom('pairings')
    .innerJoin('schools as a', 'a.schoolId', 'pairings.schoolA')
    .innerJoin('schools as b', 'b.schoolId', 'pairings.schoolB')
    .selectAll('pairings')
    .select(['a.name as aName', 'b.name as bName']);
  type Row = Awaited<ReturnType<typeof both.executeTakeFirstOrThrow>>;

  /** The pairing as one of its two schools sees it. */
  function seenBy(schoolId: string, row: Row): PairingItem {
    const first = row.schoolA === schoolId;
    return {
      pairingId: row.pairingId,
      partner: first ? { schoolId: row.schoolB, name: row.bName } : { schoolId: row.schoolA, name: row.aName },
      givenNames: (first ? row.aGivenNames : row.bGivenNames) === 1,
      partnerGivenNames: (first ? row.bGivenNames : row.aGivenNames) === 1,
      since: row.createdAt,
    };
  }

  return {
    /** Pairs two schools; a pair that exists is kept as it is. */
    async add(one: string, other: string, now: number): Promise<void> {
      const [schoolA, schoolB] = one < other ? [one, other] : [other, one];
      await db
        .insertInto('pairings')
        .values({ pairingId: newId(), schoolA, schoolB, aGivenNames: false, bGivenNames: false, createdAt: now })
        .onConflict((conflict) => conflict.columns(['schoolA', 'schoolB']).doNothing())
        .execute();
    },

    async ofSchool(schoolId: string): Promise<PairingItem[]> {
      const rows = await both
        .where((where) => where.or([where('schoolA', '=', schoolId), where('schoolB', '=', schoolId)]))
        .orderBy('pairings.createdAt')
        .execute();
      return rows.map((row) => seenBy(schoolId, row));
    },

    /** Null when there is no such pairing; 'others' when this school is no side of it. */
    async byId(pairingId: string, schoolId: string): Promise<PairingItem | 'others' | null> {
      const row = await both.where('pairingId', '=', pairingId).executeTakeFirst();
      if (!row) return null;
      return row.schoolA === schoolId || row.schoolB === schoolId ? seenBy(schoolId, row) : 'others';
    },

    async allowGivenNames(pairingId: string, schoolId: string, givenNames: boolean): Promise<void> {
      const change = db.updateTable('pairings').where('pairingId', '=', pairingId);
      await change.set({ aGivenNames: givenNames }).where('schoolA', '=', schoolId).execute();
      await change.set({ bGivenNames: givenNames }).where('schoolB', '=', schoolId).execute();
    },

    async remove(pairingId: string): Promise<void> {
      await db.deleteFrom('pairings').where('pairingId', '=', pairingId).execute();
    },
  };
}
