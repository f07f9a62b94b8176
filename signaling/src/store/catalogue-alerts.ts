import type { AlertItem } from '@tongke/shared-types';
import { newId } from '../guard/secrets.ts';
import type { CatalogueDb } from './catalogue-tables.ts';

const LISTED = 50;

/** What administrators should know about the server. */
export function catalogueAlerts(db: CatalogueDb) {
  return {
    async raise({ kind, at, value }: AlertItem): Promise<void> {
      await db.insertInto('alerts').values({ alertId: newId(), kind, at, value }).execute();
    },

    /** Newest first. */
    async since(at: number): Promise<AlertItem[]> {
      return db
        .selectFrom('alerts')
        .select(['kind', 'at', 'value'])
        .where('at', '>=', at)
        .orderBy('at', 'desc')
        .limit(LISTED)
        .execute();
    },
  };
}
