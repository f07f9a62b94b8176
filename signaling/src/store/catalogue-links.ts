import type { OpenLink, StaffRole } from '@tongke/shared-types';
import { hashSecret, newId, newSecret } from '../guard/secrets.ts';
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
  /** Who made it; it goes with this account or session. */
  readonly by?: { readonly accountId: string; readonly sessionId: string };
}

export type LinkProblem = 'link/unknown' | 'link/used' | 'link/expired';

/** The kinds that staff make for people. */
const LISTED = ['invite', 'sign-in', 'pairing'] as const satisfies readonly LinkKind[];

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

  const listed = db
    .selectFrom('links')
    .leftJoin('accounts as maker', 'maker.accountId', 'links.madeBy')
    .leftJoin('accounts as subject', 'subject.accountId', 'links.subject')
    .select(['linkId', 'kind', 'links.role', 'links.expiresAt', 'maker.name as madeBy'])
    .select((select) => select.fn.coalesce('links.name', 'subject.name').as('name'));

  return {
    look,

    /** Answers the secret. */
    async add(link: NewLink, now: number): Promise<string> {
      const token = newSecret();
      await db
        .deleteFrom('links')
        .where('expiresAt', '<', now - REMEMBERED_MS)
        .execute();
      const { kind, schoolId = null, subject = null, role = null, name = null, expiresAt, by } = link;
      await db
        .insertInto('links')
        .values({
          tokenHash: hashSecret(token),
          linkId: newId(),
          kind,
          schoolId,
          subject,
          role,
          name,
          expiresAt,
          usedAt: null,
          madeBy: by?.accountId ?? null,
          madeIn: by?.sessionId ?? null,
        })
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

    /** Links of people that still work, of this school, the newest end last. */
    async open(schoolId: string, now: number): Promise<OpenLink[]> {
      const rows = await listed
        .where('links.schoolId', '=', schoolId)
        .where('kind', 'in', LISTED)
        .where('usedAt', 'is', null)
        .where('expiresAt', '>', now)
        .orderBy('expiresAt')
        .execute();
      return rows.map(({ kind, ...row }) => ({ ...row, kind: kind as OpenLink['kind'] }));
    },

    async byId(linkId: string): Promise<{ readonly schoolId: string; readonly kind: LinkKind } | null> {
      const row = await db
        .selectFrom('links')
        .select(['schoolId', 'kind'])
        .where('linkId', '=', linkId)
        .executeTakeFirst();
      return row && row.schoolId !== null ? { schoolId: row.schoolId, kind: row.kind } : null;
    },

    async drop(linkId: string): Promise<void> {
      await db.deleteFrom('links').where('linkId', '=', linkId).execute();
    },

    /** What was made in this session and not used, of these kinds. */
    async dropMadeIn(sessionId: string, kinds: readonly LinkKind[] = LISTED): Promise<void> {
      await db
        .deleteFrom('links')
        .where('madeIn', '=', sessionId)
        .where('usedAt', 'is', null)
        .where('kind', 'in', kinds)
        .execute();
    },

    async dropAll(kind: LinkKind): Promise<void> {
      await db.deleteFrom('links').where('kind', '=', kind).execute();
    },
  };
}
