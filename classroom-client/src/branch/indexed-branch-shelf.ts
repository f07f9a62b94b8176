import type { BoardEntry } from '@tongke/shared-types';
import type { DBSchema, IDBPDatabase } from 'idb';
import { databaseOr } from '../connection/database-or.ts';
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

/**
 * [BR3] The board's shelf in IndexedDB; where the browser has none, or it does not work in time, one that lasts as long as the page. What a
 * database that works again did not take is found beside what it holds.
 */
export function openBranchShelf(patienceMs?: number): BranchShelf {
  const fallback = memoryShelf();
  const use = databaseOr(open, patienceMs);
  const nothing = async () => [];
  return {
    standing: () => use(async (db) => (await db.get('standing', 'now')) ?? null, fallback.standing),
    keepStanding: (standing) =>
      use(
        async (db) => void (await (standing ? db.put('standing', standing, 'now') : db.delete('standing', 'now'))),
        () => fallback.keepStanding(standing),
      ),
    branches: async () => {
      const kept = await use((db) => db.getAll('branches'), nothing);
      return newest(kept, await fallback.branches(), ({ branchId }) => branchId).sort((a, b) => a.from - b.from);
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
      const kept = await use((db) => db.getAll('entries', entriesOf(branchId)), nothing);
      const entries = kept.map(({ branchId: _, ...entry }) => entry);
      return newest(entries, await fallback.entries(branchId), ({ n }) => n).sort((a, b) => a.n - b.n);
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

/** Both, and of two with the same key the one that came later. */
function newest<T>(kept: readonly T[], later: readonly T[], keyOf: (one: T) => unknown): T[] {
  return [...new Map([...kept, ...later].map((one) => [keyOf(one), one])).values()];
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
