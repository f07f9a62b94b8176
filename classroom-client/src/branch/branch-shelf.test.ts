import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { KeptBranch } from './branch-shelf.ts';
import { openBranchShelf } from './indexed-branch-shelf.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => void vi.unstubAllGlobals());

const branch = (branchId: string, from: number) => ({ branchId, from, cutAt: 0, to: null }) as KeptBranch;
const turn = (n: number, page: number) => ({ n, at: n, act: { type: 'page.turn', page } }) as const;

describe('[BR3] a board’s shelf', () => {
  test('another page of the board finds what was kept, in order, until it is forgotten', async () => {
    const shelf = openBranchShelf();
    await shelf.keepBranch(branch('late', 9));
    await shelf.keepBranch(branch('early', 1));
    await shelf.keepEntry('early', turn(2, 5));
    await shelf.keepEntry('early', turn(1, 3));
    await shelf.keepEntry('early', turn(2, 6));
    await shelf.keepEntry('late', turn(1, 1));
    const again = openBranchShelf();
    expect((await again.branches()).map(({ branchId }) => branchId)).toEqual(['early', 'late']);
    expect(await again.entries('early')).toEqual([turn(1, 3), turn(2, 6)]);
    await again.forget('early');
    expect(await shelf.entries('early')).toEqual([]);
    expect(await shelf.branches()).toHaveLength(1);
  });

  test('without a database, or with one that is refused or hangs, the page keeps it', async () => {
    const refuses = {
      open: () => {
        throw new DOMException('private', 'SecurityError');
      },
    };
    for (const broken of [undefined, refuses, { open: () => new EventTarget() }]) {
      vi.stubGlobal('indexedDB', broken);
      const shelf = openBranchShelf({ openMs: 20, workMs: 20 });
      await shelf.keepBranch(branch('b', 1));
      await shelf.keepEntry('b', turn(1, 2));
      expect(await shelf.branches()).toHaveLength(1);
      expect(await shelf.entries('b')).toEqual([turn(1, 2)]);
      await shelf.forget('b');
      expect(await shelf.branches()).toEqual([]);
    }
  });

  test('what a database did not take in time is found beside what it holds', async () => {
    const shelf = openBranchShelf({ openMs: 20, workMs: 20 });
    await shelf.keepEntry('b', turn(1, 2));
    const hangs = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await shelf.keepEntry('b', turn(2, 3));
    await shelf.keepEntry('b', turn(3, 4));
    hangs.mockRestore();
    await shelf.keepEntry('b', { ...turn(3, 5), at: 9 });
    expect(await shelf.entries('b')).toEqual([turn(1, 2), turn(2, 3), { ...turn(3, 5), at: 9 }]);
  });

  test('a database that is slow to open, as while the page is loading, is waited for', async () => {
    await openBranchShelf().keepBranch(branch('b', 1));
    const real = indexedDB.open.bind(indexedDB);
    vi.spyOn(indexedDB, 'open').mockImplementation((...how) => {
      const request = real(...how);
      const listen = request.addEventListener.bind(request);
      const late = (type: string, heard: EventListener) => listen(type, (event) => setTimeout(heard, 100, event));
      vi.spyOn(request, 'addEventListener').mockImplementation(late as never);
      return request;
    });
    expect(await openBranchShelf({ openMs: 10_000, workMs: 20 }).branches()).toHaveLength(1);
  });
});
