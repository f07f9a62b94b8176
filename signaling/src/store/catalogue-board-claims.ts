import { hashSecret, newId, newPin, newSecret } from '../guard/secrets.ts';
import type { CatalogueDb } from './catalogue-tables.ts';

/** How long a board's PIN may be entered. */
const PIN_MS = 5 * 60_000;
/** More boards than this never wait at once; it keeps a guessed PIN's chance below one in a thousand. */
const MAX_WAITING = 500;

export interface ClaimedBy {
  readonly classroomId: string;
  readonly schoolId: string;
  readonly pairedBy: string;
  /** The school of who entered the PIN; the classroom's own where it is not said. */
  readonly pairedSchool?: string;
}

/** Boards on their way to be paired: each shows a PIN and holds the secret claim behind it. */
export function catalogueBoardClaims(db: CatalogueDb) {
  async function add(pin: string | null, browser: string, expiresAt: number, by: ClaimedBy | null): Promise<string> {
    const claim = newSecret();
    await db
      .insertInto('boardClaims')
      .values({
        claimHash: hashSecret(claim),
        pin,
        browser,
        expiresAt,
        schoolId: by?.schoolId ?? null,
        classroomId: by?.classroomId ?? null,
        pairedBy: by?.pairedBy ?? null,
        pairedSchool: by?.pairedSchool ?? by?.schoolId ?? null,
        boardId: by ? newId() : null,
      })
      .execute();
    return claim;
  }

  return {
    /** A PIN for a board that waits; 'busy' when too many do. Call it inside a transaction. */
    async open(browser: string, now: number): Promise<{ pin: string; claim: string; validMs: number } | 'busy'> {
      await db.deleteFrom('boardClaims').where('expiresAt', '<=', now).execute();
      const rows = await db.selectFrom('boardClaims').select('pin').execute();
      if (rows.length >= MAX_WAITING) return 'busy';
      const taken = new Set(rows.map((row) => row.pin));
      let pin = newPin();
      while (taken.has(pin)) pin = newPin();
      return { pin, claim: await add(pin, browser, now + PIN_MS, null), validMs: PIN_MS };
    },

    /** A claim that somebody has granted beforehand: the link that pairs a board at once. */
    async grant(by: ClaimedBy, expiresAt: number): Promise<string> {
      return add(null, '', expiresAt, by);
    },

    /**
     * [CT8] The PIN works once and for five minutes; answers the board's future id. The board has as long again to fetch its
     * token. Call it inside a transaction.
     */
    async enter(pin: string, by: ClaimedBy, now: number): Promise<{ boardId: string; browser: string } | null> {
      const row = await db
        .selectFrom('boardClaims')
        .select(['claimHash', 'browser'])
        .where('pin', '=', pin)
        .where('expiresAt', '>', now)
        .executeTakeFirst();
      if (!row) return null;
      const boardId = newId();
      await db
        .updateTable('boardClaims')
        .set({ pin: null, ...by, boardId, expiresAt: now + PIN_MS })
        .where('claimHash', '=', row.claimHash)
        .execute();
      return { boardId, browser: row.browser };
    },

    async look(claim: string, now: number) {
      return (
        (await db
          .selectFrom('boardClaims')
          .selectAll()
          .where('claimHash', '=', hashSecret(claim))
          .where('expiresAt', '>', now)
          .executeTakeFirst()) ?? null
      );
    },

    /** Claims for these two schools' classrooms that the other one's people granted. */
    async removeBetween(one: string, other: string): Promise<void> {
      const ids = [one, other];
      await db
        .deleteFrom('boardClaims')
        .where('schoolId', 'in', ids)
        .where('pairedSchool', 'in', ids)
        .whereRef('pairedSchool', '!=', 'schoolId')
        .execute();
    },

    /** Takes these boards' PINs off; what somebody has typed already stays. */
    async closeWaiting(claims: readonly string[]): Promise<void> {
      if (claims.length === 0) return;
      await db
        .deleteFrom('boardClaims')
        .where('claimHash', 'in', claims.map(hashSecret))
        .where('pin', 'is not', null)
        .execute();
    },
  };
}
