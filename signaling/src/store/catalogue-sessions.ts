import { hashSecret, newId, newSecret } from '../guard/secrets.ts';
import type { StaffAccount } from './catalogue-accounts.ts';
import type { CatalogueDb } from './catalogue-tables.ts';
import { diskTrouble } from './store-unavailable.ts';

/** How long a signed-in browser stays signed in. */
export const SESSION_MS = 180 * 24 * 60 * 60_000;
/** Last seen is kept to five minutes, so that reading costs no write. */
const SEEN_STEP_MS = 5 * 60_000;

/** Signed-in browsers. The cookie's secret is stored as a hash only. */
export function catalogueSessions(db: CatalogueDb) {
  const listed = db
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.accountId', 'sessions.accountId')
    .select([
      'sessions.sessionId',
      'sessions.schoolId',
      'sessions.accountId',
      'accounts.name as accountName',
      'accounts.operator',
      'sessions.browser',
      'sessions.createdAt',
      'sessions.lastSeenAt',
    ]);

  /** A full disk signs nobody out: that somebody was here may stay unwritten. */
  async function noteSeen(sessionId: string, now: number): Promise<void> {
    try {
      await db.updateTable('sessions').set({ lastSeenAt: now }).where('sessionId', '=', sessionId).execute();
    } catch (error) {
      if (diskTrouble(error) === null) throw error;
    }
  }

  return {
    /** Answers the secret for the cookie. */
    async start(account: Pick<StaffAccount, 'accountId' | 'schoolId'>, browser: string, now: number): Promise<string> {
      const token = newSecret();
      await db.deleteFrom('sessions').where('expiresAt', '<=', now).execute();
      await db
        .insertInto('sessions')
        .values({
          sessionId: newId(),
          accountId: account.accountId,
          schoolId: account.schoolId,
          tokenHash: hashSecret(token),
          browser,
          createdAt: now,
          lastSeenAt: now,
          expiresAt: now + SESSION_MS,
        })
        .execute();
      return token;
    },

    async byToken(token: string, now: number): Promise<{ sessionId: string; account: StaffAccount } | null> {
      const row = await db
        .selectFrom('sessions')
        .innerJoin('accounts', 'accounts.accountId', 'sessions.accountId')
        .select(['sessions.sessionId', 'sessions.lastSeenAt'])
        .select(['accounts.accountId', 'accounts.schoolId', 'accounts.role', 'accounts.name', 'accounts.operator'])
        .select('accounts.createdAt')
        .where('sessions.tokenHash', '=', hashSecret(token))
        .where('sessions.expiresAt', '>', now)
        .where('accounts.removedAt', 'is', null)
        .executeTakeFirst();
      if (!row) return null;
      const { sessionId, lastSeenAt, operator, ...account } = row;
      if (now - lastSeenAt > SEEN_STEP_MS) {
        await noteSeen(sessionId, now);
      }
      return { sessionId, account: { ...account, operator: operator === 1 } };
    },

    async byId(sessionId: string) {
      return (await listed.where('sessions.sessionId', '=', sessionId).executeTakeFirst()) ?? null;
    },

    async ofAccount(accountId: string, now: number) {
      return listed
        .where('sessions.accountId', '=', accountId)
        .where('expiresAt', '>', now)
        .orderBy('lastSeenAt', 'desc')
        .execute();
    },

    async ofSchool(schoolId: string, now: number) {
      return listed
        .where('sessions.schoolId', '=', schoolId)
        .where('expiresAt', '>', now)
        .orderBy('lastSeenAt', 'desc')
        .execute();
    },

    async end(sessionId: string): Promise<void> {
      await db.deleteFrom('sessions').where('sessionId', '=', sessionId).execute();
    },
  };
}
