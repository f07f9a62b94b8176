import type { CatalogueDb } from './catalogue-tables.ts';

const DAY_MS = 86_400_000;

/** Who brought which picture for a question; the files lie in the blob store. */
export function cataloguePictures(db: CatalogueDb) {
  return {
    /** Brings a picture, or the same again. */
    async add(hash: string, owner: { readonly accountId: string; readonly schoolId: string }, now: number) {
      const { accountId, schoolId } = owner;
      await db
        .insertInto('pictures')
        .values({ hash, accountId, schoolId, touchedAt: now })
        .onConflict((same) => same.columns(['hash', 'accountId']).doUpdateSet({ touchedAt: now }))
        .execute();
    },

    /** Whether somebody of this school brought it. */
    async isOfSchool(hash: string, schoolId: string): Promise<boolean> {
      const row = await db
        .selectFrom('pictures')
        .select('hash')
        .where('hash', '=', hash)
        .where('schoolId', '=', schoolId)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    /** [BL6] Forgets the pictures that no question has used for a day: until then a lesson may still show them. */
    async forget(now: number): Promise<void> {
      await db
        .deleteFrom('pictures')
        .where('touchedAt', '<=', now - DAY_MS)
        .where((where) =>
          where.not(
            where.exists(
              where
                .selectFrom('questions')
                .select('questionId')
                .whereRef('questions.picture', '=', 'pictures.hash')
                .whereRef('questions.accountId', '=', 'pictures.accountId'),
            ),
          ),
        )
        .execute();
    },

    /** Every file that is still somebody's, photos and pages too. */
    async namedBlobs(): Promise<Set<string>> {
      const named = await db
        .selectFrom('pictures')
        .select('hash')
        .union(db.selectFrom('photos').select('hash'))
        .union(
          db
            .selectFrom('deckPages')
            .select('large as hash')
            .where('large', 'is not', null)
            .$narrowType<{ hash: string }>(),
        )
        .union(
          db
            .selectFrom('deckPages')
            .select('small as hash')
            .where('small', 'is not', null)
            .$narrowType<{ hash: string }>(),
        )
        .execute();
      return new Set(named.map(({ hash }) => hash));
    },
  };
}
