import type { CatalogueDb } from './catalogue-tables.ts';

/** [LD6] The second teachers of lessons, as their lead teachers named them. A removed account is none any more. */
export function catalogueLessonSeconds(db: CatalogueDb) {
  return {
    /** Their accounts, in the order in which the accounts were made. */
    async ofLesson(lessonId: string): Promise<string[]> {
      const rows = await db
        .selectFrom('lessonSeconds')
        .innerJoin('accounts', 'accounts.accountId', 'lessonSeconds.accountId')
        .select('accounts.accountId')
        .where('lessonId', '=', lessonId)
        .where('removedAt', 'is', null)
        .orderBy('accounts.createdAt')
        .execute();
      return rows.map(({ accountId }) => accountId);
    },

    /** Call it inside a transaction. */
    async replace(lessonId: string, accountIds: readonly string[]): Promise<void> {
      await db.deleteFrom('lessonSeconds').where('lessonId', '=', lessonId).execute();
      if (accountIds.length === 0) return;
      await db
        .insertInto('lessonSeconds')
        .values(accountIds.map((accountId) => ({ lessonId, accountId })))
        .execute();
    },
  };
}
