import type { BoardEntry } from '@tongke/shared-types';
import type { DBSchema, IDBPDatabase } from 'idb';
import { databaseOr, type Patience } from '../connection/database-or.ts';
import { type BranchShelf, type KeptBranch, memoryShelf } from './branch-shelf.ts';
import type { Standing } from './standing.ts';

interface Schema extends DBSchema {
  readonly standing: { readonly key: 'now'; readonly value: Standing };
  readonly branches: { readonly key: string; readonly value: KeptBranch };
  readonly entries: {
    readonly key: [branchId: string, n: number];
    readonly value: BoardEntry & { readonly branchId: string };
  };
}

const STRICT = { durability: 'strict' } as const;

/** A board that is busy with loading its page finds what it kept; an act waits less. */
const PATIENCE: Patience = { openMs: 15_000, workMs: 2_000 };

/**
 * [BR3] The board's shelf in IndexedDB; where the browser has none, or it does not work in time, one that lasts as long as the page. What a
 * database that works again did not take is found beside what it holds.
 */
export function openBranchShelf(patience = PATIENCE): BranchShelf {
  const fallback = memoryShelf();
  const use = databaseOr(open, patience);
  /** What is not found in time would be lost. */
  const read: typeof use = (work, otherwise) => use(work, otherwise, patience.openMs);
  const nothing = async () => [];
  return {
    standing: () => read(async (db) => (await db.get('standing', 'now')) ?? null, fallback.standing),
    keepStanding: (standing) =>
      use(
        async (db) => void (await (standing ? db.put('standing', standing, 'now') : db.delete('standing', 'now'))),
        () => fallback.keepStanding(standing),
      ),
    branches: async () => {
      const kept = await read((db) => db.getAll('branches'), nothing);
      const all = newest(
        [...kept, ...(await fallback.branches())],
        ({ branchId }) => branchId,
        (one) => one.to ?? 0,
      );
      return all.sort((a, b) => a.from - b.from);
    },
    keepBranch: (branch) =>
      use(
        async (db) => {
          const { store, done } = db.transaction('branches', 'readwrite', STRICT);
          await Promise.all([store.put(branch), done]);
        },
        () => fallback.keepBranch(branch),
      ),
    entries: async (branchId) => {
      const kept = await read((db) => db.getAll('entries', entriesOf(branchId)), nothing);
      const entries = kept.map(({ branchId: _, ...entry }) => entry);
      const all = newest(
        [...entries, ...(await fallback.entries(branchId))],
        ({ n }) => n,
        ({ at }) => at,
      );
      return all.sort((a, b) => a.n - b.n);
    },
    keepEntry: (branchId, entry) =>
      use(
        async (db) => {
          const { store, done } = db.transaction('entries', 'readwrite', STRICT);
          await Promise.all([store.put({ branchId, ...entry }), done]);
        },
        () => fallback.keepEntry(branchId, entry),
      ),
    forget: async (branchId) => {
      await fallback.forget(branchId);
      await use(
        async (db) => {
          const gone = db.transaction(['branches', 'entries'], 'readwrite', STRICT);
          await Promise.all([
            gone.objectStore('branches').delete(branchId),
            gone.objectStore('entries').delete(entriesOf(branchId)),
            gone.done,
          ]);
        },
        async () => undefined,
      );
    },
  };
}

/** Of those with the same key the one that was written last. */
function newest<T>(all: readonly T[], keyOf: (one: T) => unknown, writtenAt: (one: T) => number): T[] {
  const found = new Map<unknown, T>();
  for (const one of all) {
    const other = found.get(keyOf(one));
    if (!other || writtenAt(other) <= writtenAt(one)) found.set(keyOf(one), one);
  }
  return [...found.values()];
}

function entriesOf(branchId: string): IDBKeyRange {
  return IDBKeyRange.bound([branchId, 0], [branchId, Number.MAX_SAFE_INTEGER]);
}

async function open(): Promise<IDBPDatabase<Schema>> {
  const { openDB } = await import('idb');
  return openDB<Schema>('tongke-board', 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore('standing');
      fresh.createObjectStore('branches', { keyPath: 'branchId' });
      fresh.createObjectStore('entries', { keyPath: ['branchId', 'n'] });
    },
  });
}
