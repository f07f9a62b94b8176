import type { RoundId } from '@tongke/shared-types';
import type { DBSchema } from 'idb';

/** A photo or drawing that the server does not have yet. */
export interface Paper {
  readonly roundId: RoundId;
  /** Whose answer it is: the seat, or the seats of a team. */
  readonly who: string;
  readonly photo: Blob;
  readonly by: 'camera' | 'hand';
  /** It was handed in: it goes out by itself as soon as the page is back. */
  readonly handedIn: boolean;
}

interface Schema extends DBSchema {
  readonly paper: { readonly key: 'last'; readonly value: Paper };
}

const open = async () => {
  const { openDB } = await import('idb');
  return openDB<Schema>('tongke-paper', 1, { upgrade: (fresh) => void fresh.createObjectStore('paper') });
};

/**
 * [RS13] Keeps a photo over a reload until the server has it: the newest of this device alone, so that no child's paper stays behind.
 * Nothing here rejects: a browser without a database sends all the same.
 */
export const paperShelf = {
  keep: (paper: Paper): Promise<unknown> => use(async (db) => db.put('paper', paper, 'last')),
  forget: (): Promise<unknown> => use(async (db) => db.delete('paper', 'last')),
  /** What was made for this round by this child, or null; what another round or child left is thrown away. */
  recall: (roundId: RoundId, who: string): Promise<Paper | null> =>
    use(async (db) => {
      const paper = await db.get('paper', 'last');
      if (!paper) return null;
      if (paper.roundId === roundId && paper.who === who) return paper;
      await db.delete('paper', 'last');
      return null;
    }),
};

async function use<T>(work: (db: Awaited<ReturnType<typeof open>>) => Promise<T>): Promise<T | null> {
  try {
    const db = await open();
    try {
      return await work(db);
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}
