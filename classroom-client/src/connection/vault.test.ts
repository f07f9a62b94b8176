import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { memoryShelf } from '../testing/memory-shelf.ts';
import { openVault } from './indexed-vault.ts';
import { shelfVault } from './shelf-vault.ts';
import type { Shelf } from './storage.ts';
import type { KeptItem, Vault } from './vault.ts';

const KEY = 'tongke.outbox';
const item = (roundId: string, more: Partial<KeptItem> = {}): KeptItem => ({
  lessonId: 'l',
  roundId,
  seatId: 's',
  holder: 's',
  id: `id-${roundId}`,
  command: { type: 'buzzer.press', roundId, shown: null, pressed: 0 },
  state: 'sending',
  at: Date.now(),
  ...more,
});

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => void vi.unstubAllGlobals());

const kinds: readonly (readonly [string, (shelf: Shelf) => Vault])[] = [
  ['the database', (shelf) => openVault(shelf)],
  ['the shelf', (shelf) => shelfVault(shelf)],
];

describe.each(kinds)('[RS13] a vault on %s', (_, open) => {
  test('keeps for each lesson, round and seat the newest, and another tab finds it', async () => {
    const shelf = memoryShelf();
    const vault = open(shelf);
    await vault.keep(item('r', { id: 'old', at: Date.now() - 5 }));
    await vault.keep(item('r', { id: 'new' }));
    await vault.keep(item('r', { id: 'of-tong', seatId: 'tong' }));
    await vault.keep(item('r', { id: 'of-others', holder: 'other', seatId: 'other' }));
    await vault.keep(item('r', { id: 'elsewhere', lessonId: 'l2' }));
    const found = await open(shelf).recall('l', 's');
    expect(found.map(({ id }) => id).sort()).toEqual(['new', 'of-tong']);
  });

  test('settles only what still stands there', async () => {
    const vault = open(memoryShelf());
    await vault.keep(item('r', { id: 'new' }));
    await vault.settle(item('r', { id: 'old', state: 'received' }));
    expect(await vault.recall('l', 's')).toMatchObject([{ id: 'new', state: 'sending' }]);
    await vault.settle(item('r', { id: 'new', state: 'received' }));
    expect(await vault.recall('l', 's')).toMatchObject([{ id: 'new', state: 'received' }]);
    await vault.settle(item('gone', { state: 'received' }));
    expect(await vault.recall('l', 's')).toHaveLength(1);
  });

  test('forgets what is settled of earlier rounds and what is a day old, and nothing that is unsent', async () => {
    const vault = open(memoryShelf());
    await vault.keep(item('settled', { state: 'received' }));
    await vault.keep(item('unsent'));
    await vault.keep(item('now', { state: 'received' }));
    await vault.keep(item('old', { lessonId: 'l0', at: Date.now() - 90_000_000 }));
    await vault.tidy('l', 'now');
    expect((await vault.recall('l', 's')).map(({ roundId }) => roundId).sort()).toEqual(['now', 'unsent']);
    expect(await vault.recall('l0', 's')).toEqual([]);
  });
});

test('[RS13] what an older page left on the shelf is still sent, and moves into the database', async () => {
  const shelf = memoryShelf();
  const older = { id: 'mine', command: { type: 'answer.give', roundId: 'r', choice: 'A' }, state: 'sending' };
  shelf.setItem(KEY, JSON.stringify({ lessonId: 'l', seats: { s: { r: older } } }));
  expect(await shelfVault(shelf).recall('l', 's')).toMatchObject([{ ...older, holder: 's' }]);
  expect(await openVault(shelf).recall('l', 's')).toMatchObject([{ ...older, roundId: 'r', seatId: 's', holder: 's' }]);
  expect(shelf.getItem(KEY)).toBeNull();
});

test('[RS13] a newer answer in the database is not undone by one that waited on the shelf', async () => {
  const shelf = memoryShelf();
  await openVault(shelf).keep(item('r', { id: 'new' }));
  shelf.setItem(KEY, JSON.stringify([item('r', { id: 'old', at: Date.now() - 1_000 }), item('other')]));
  const ids = (await openVault(shelf).recall('l', 's')).map(({ id }) => id);
  expect(ids.sort()).toEqual(['id-other', 'new']);
});

test('[RS13] without a database, or with one that is refused or hangs, the shelf keeps it', async () => {
  const refuses = {
    open: () => {
      throw new DOMException('private', 'SecurityError');
    },
  };
  const hangs = { open: () => new EventTarget() };
  for (const broken of [undefined, refuses, hangs]) {
    vi.stubGlobal('indexedDB', broken);
    const shelf = memoryShelf();
    const vault = openVault(shelf, 20);
    await vault.keep(item('r'));
    await vault.settle(item('r', { state: 'received' }));
    expect(await vault.recall('l', 's')).toMatchObject([{ roundId: 'r', state: 'received' }]);
    expect(shelf.getItem(KEY)).toContain('id-r');
  }
});

test('[RS13] what a database that hung for a while did not take is recalled all the same, and settled', async () => {
  const vault = openVault(memoryShelf(), 50);
  await vault.keep(item('r', { id: 'first', at: 1 }));
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
    return { store: { put: () => new Promise(() => undefined) }, done: new Promise(() => undefined) } as never;
  });
  await vault.keep(item('r', { id: 'second', at: 2 }));
  await vault.keep(item('r2', { at: 3 }));
  transaction.mockRestore();
  const ids = async () => (await vault.recall('l', 's')).map(({ id, state }) => [id, state]);
  expect(await ids()).toEqual([
    ['second', 'sending'],
    ['id-r2', 'sending'],
  ]);
  await vault.settle(item('r2', { at: 3, state: 'received' }));
  expect(await ids()).toContainEqual(['id-r2', 'received']);
});

test('[RS13] the commit is asked to be on the disk before it is told', async () => {
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
  await openVault(memoryShelf()).keep(item('r'));
  expect(transaction).toHaveBeenLastCalledWith('outbox', 'readwrite', { durability: 'strict' });
  transaction.mockRestore();
});
