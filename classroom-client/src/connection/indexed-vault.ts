import type { DBSchema, IDBPDatabase } from 'idb';
import { databaseOr } from './database-or.ts';
import { clearShelf, onShelf, shelfVault } from './shelf-vault.ts';
import type { Shelf } from './storage.ts';
import { isOver, isSamePlace, type KeptItem, type Vault } from './vault.ts';

interface Schema extends DBSchema {
  readonly outbox: {
    readonly key: [lessonId: string, roundId: string, seatId: string];
    readonly value: KeptItem;
    readonly indexes: { readonly holder: [lessonId: string, holder: string] };
  };
}

/** An answer waits no longer than this for the database, ms. */
const PATIENCE_MS = 1_000;

/**
 * [RS13] The device's vault: IndexedDB, shared by all tabs, written through to the disk. Where the browser has none, or it does not
 * work, the shelf; whatever lies on the shelf moves into the database first. What a database that works again did not take is found
 * beside what it holds.
 */
export function openVault(shelf: Shelf, patienceMs = PATIENCE_MS): Vault {
  const fallback = shelfVault(shelf);
  const use = databaseOr(() => open(shelf), { openMs: patienceMs, workMs: patienceMs });
  return {
    keep: (item) =>
      use(
        (db) => keep(db, item),
        () => fallback.keep(item),
      ),
    settle: async (item) => {
      if (isOnShelf(shelf, item)) await fallback.settle(item);
      await use(
        (db) => settle(db, item),
        () => fallback.settle(item),
      );
    },
    recall: async (lessonId, holder) => {
      const kept = await use(
        (db) => recall(db, lessonId, holder),
        async () => [],
      );
      return newest(kept, await fallback.recall(lessonId, holder));
    },
    tidy: (lessonId, roundId) =>
      use(
        (db) => tidy(db, lessonId, roundId),
        () => fallback.tidy(lessonId, roundId),
      ),
  };
}

function isOnShelf(shelf: Shelf, item: KeptItem): boolean {
  return onShelf(shelf).some(({ id }) => id === item.id);
}

/** Of each place the one that was given last, oldest first; of the same one what the database knows. */
function newest(kept: readonly KeptItem[], onShelf: readonly KeptItem[]): readonly KeptItem[] {
  const late = onShelf.filter((item) => !kept.some((one) => isSamePlace(one, item) && one.at >= item.at));
  const early = kept.filter((item) => !late.some((one) => isSamePlace(one, item)));
  return [...early, ...late].sort((a, b) => a.at - b.at);
}

async function open(shelf: Shelf): Promise<IDBPDatabase<Schema>> {
  // Behind what a tablet needs at once; until it is here, and where it does not come, the shelf keeps.
  const { openDB } = await import('idb');
  const db = await openDB<Schema>('tongke', 1, {
    upgrade: (fresh) => {
      const outbox = fresh.createObjectStore('outbox', { keyPath: ['lessonId', 'roundId', 'seatId'] });
      outbox.createIndex('holder', ['lessonId', 'holder']);
    },
    // A page of a later version wants to change the tables: it must not wait for this tab.
    blocking: () => db.close(),
  });
  await moveIn(db, onShelf(shelf));
  clearShelf(shelf);
  return db;
}

/** What an older page, or a time without the database, left on the shelf; what stands here already and is newer stays. */
async function moveIn(db: IDBPDatabase<Schema>, left: readonly KeptItem[]): Promise<void> {
  if (left.length === 0) return;
  const { store, done } = writing(db);
  for (const item of left) {
    const kept = await store.get([item.lessonId, item.roundId, item.seatId]);
    if (!kept || kept.at <= item.at) await store.put(item);
  }
  await done;
}

/** `strict`: the commit is on the disk when it is told, not only on its way. */
function writing(db: IDBPDatabase<Schema>) {
  return db.transaction('outbox', 'readwrite', { durability: 'strict' });
}

async function keep(db: IDBPDatabase<Schema>, item: KeptItem): Promise<void> {
  const { store, done } = writing(db);
  await Promise.all([store.put(item), done]);
}

async function settle(db: IDBPDatabase<Schema>, item: KeptItem): Promise<void> {
  const { store, done } = writing(db);
  const kept = await store.get([item.lessonId, item.roundId, item.seatId]);
  if (kept?.id === item.id) await store.put(item);
  await done;
}

async function recall(db: IDBPDatabase<Schema>, lessonId: string, holder: string): Promise<readonly KeptItem[]> {
  const items = await db.getAllFromIndex('outbox', 'holder', [lessonId, holder]);
  return items.sort((a, b) => a.at - b.at);
}

async function tidy(db: IDBPDatabase<Schema>, lessonId: string, roundId: string): Promise<void> {
  const { store, done } = writing(db);
  for (let at = await store.openCursor(); at; at = await at.continue()) {
    if (isOver(at.value, lessonId, roundId)) await at.delete();
  }
  await done;
}
