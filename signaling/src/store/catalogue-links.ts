import type { StaffRole } from '@tongke/shared-types';
import { hashSecret, newSecret } from '../guard/secrets.ts';
import type { CatalogueDb, CatalogueTables } from './catalogue-tables.ts';

export type LinkKind = CatalogueTables['links']['kind'];

/** What a one-time link opens; its secret is stored as a hash only. */
export interface Link {
  readonly kind: LinkKind;
  readonly schoolId: string | null;
  readonly subject: string | null;
  readonly role: StaffRole | null;
  readonly name: string | null;
}

export interface NewLink {
  readonly kind: LinkKind;
  readonly schoolId?: string;
  readonly subject?: string;
  readonly role?: StaffRole;
  readonly name?: string;
  readonly expiresAt: number;
}

export type LinkProblem = 'link/unknown' | 'link/used' | 'link/expired';

/** Old links are kept this long, so that "used" and "expired" can be said instead of "wrong". */
const REMEMBERED_MS = 30 * 24 * 60 * 60_000;

/** One-time links: first start, invitations, sign-in on another device, pairing of schools, phones. */
export function catalogueLinks(db: CatalogueDb) {
  async function look(kind: LinkKind, token: string, now: number): Promise<Link | LinkProblem> {
    const row = await db
      .selectFrom('links')
      .selectAll()
      .where('tokenHash', '=', hashSecret(token))
      .where('kind', '=', kind)
      .executeTakeFirst();
    if (!row) return 'link/unknown';
    if (row.usedAt !== null) return 'link/used';
    return row.expiresAt <= now ? 'link/expired' : row;
  }

  return {
    look,

    /** Answers the secret. */
    async add(link: NewLink, now: number): Promise<string> {
      const token = newSecret();
      await db
        .deleteFrom('links')
        .where('expiresAt', '<', now - REMEMBERED_MS)
        .execute();
      const { kind, schoolId = null, subject = null, role = null, name = null, expiresAt } = link;
      await db
        .insertInto('links')
        .values({ tokenHash: hashSecret(token), kind, schoolId, subject, role, name, expiresAt, usedAt: null })
        .execute();
      return token;
    },

    /** Takes the link if it is still good; a second taker is told so. */
    async use(kind: LinkKind, token: string, now: number): Promise<Link | LinkProblem> {
      const link = await look(kind, token, now);
      if (typeof link === 'string') return link;
      await db.updateTable('links').set({ usedAt: now }).where('tokenHash', '=', hashSecret(token)).execute();
      return link;
    },

    async dropAll(kind: LinkKind): Promise<void> {
      await db.deleteFrom('links').where('kind', '=', kind).execute();
    },
  };
}
