import type { BranchEntry } from '@tongke/shared-types';
import type { DBSchema, IDBPDatabase } from 'idb';
import { type BranchShelf, type KeptBranch, memoryShelf } from './branch-shelf.ts';
import type { Standing } from './standing.ts';

interface Schema extends DBSchema {
  readonly standing: { readonly key: 'now'; readonly value: Standing };
  readonly branches: { readonly key: string; readonly value: KeptBranch };
  readonly entries: {
    readonly key: [branchId: string, n: number];
    readonly value: BranchEntry & { readonly branchId: string };
  };
}

type Db = IDBPDatabase<Schema>;
const STRICT = { durability: 'strict' } as const;

/** [BR3] The board's shelf in IndexedDB; where the browser has none, or it does not work, one that lasts as long as the page. */
export function openBranchShelf(): BranchShelf {
  const fallback = memoryShelf();
  const opening = open().catch(() => null);
  /** What is in the database, or on the page where it does not work. */
  const use = async <T>(work: (db: Db) => Promise<T>, otherwise: () => Promise<T>): Promise<T> => {
    const db = await opening;
    if (!db) return otherwise();
    return work(db).catch(otherwise);
  };
  return {
    standing: () => use(async (db) => (await db.get('standing', 'now')) ?? null, fallback.standing),
    keepStanding: (standing) =>
      use(
        async (db) => void (await (standing ? db.put('standing', standing, 'now') : db.delete('standing', 'now'))),
        () => fallback.keepStanding(standing),
      ),
    branches: () => use(async (db) => (await db.getAll('branches')).sort((a, b) => a.from - b.from), fallback.branches),
    keepBranch: (branch) =>
      use(
        async (db) => {
          const { store, done } = db.transaction('branches', 'readwrite', STRICT);
          await Promise.all([store.put(branch), done]);
        },
        () => fallback.keepBranch(branch),
      ),
    entries: (branchId) =>
      use(
        async (db) => {
          const found = await db.getAll('entries', entriesOf(branchId));
          return found.map(({ n, at, act }) => ({ n, at, act }));
        },
        () => fallback.entries(branchId),
      ),
    keepEntry: (branchId, entry) =>
      use(
        async (db) => {
          const { store, done } = db.transaction('entries', 'readwrite', STRICT);
          await Promise.all([store.put({ branchId, ...entry }), done]);
        },
        () => fallback.keepEntry(branchId, entry),
      ),
    forget: (branchId) =>
      use(
        async (db) => {
          const gone = db.transaction(['branches', 'entries'], 'readwrite', STRICT);
          await Promise.all([
            gone.objectStore('branches').delete(branchId),
            gone.objectStore('entries').delete(entriesOf(branchId)),
            gone.done,
          ]);
        },
        () => fallback.forget(branchId),
      ),
  };
}

function entriesOf(branchId: string): IDBKeyRange {
  return IDBKeyRange.bound([branchId, 0], [branchId, Number.MAX_SAFE_INTEGER]);
}

async function open(): Promise<Db> {
  const { openDB } = await import('idb');
  return openDB<Schema>('tongke-board', 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore('standing');
      fresh.createObjectStore('branches', { keyPath: 'branchId' });
      fresh.createObjectStore('entries', { keyPath: ['branchId', 'n'] });
    },
  });
}
