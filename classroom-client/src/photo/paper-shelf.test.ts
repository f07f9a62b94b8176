import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { type Paper, paperShelf } from './paper-shelf.ts';

const PAPER: Paper = { roundId: 'q1', who: 's1', photo: new Blob(['paper']), by: 'camera', handedIn: false };

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));

test('[RS13] a photo that the server does not have yet is there again after a reload, the newest one', async () => {
  expect(await paperShelf.recall('q1', 's1')).toBeNull();
  await paperShelf.keep(PAPER);
  await paperShelf.keep({ ...PAPER, by: 'hand', handedIn: true });
  expect(await paperShelf.recall('q1', 's1')).toMatchObject({ who: 's1', by: 'hand', handedIn: true });
  await paperShelf.forget();
  expect(await paperShelf.recall('q1', 's1')).toBeNull();
});

test.each([
  ['round', 'q2', 's1'],
  ['child', 'q1', 's2'],
])('[RS13] what another %s left is thrown away', async (_, roundId, who) => {
  await paperShelf.keep(PAPER);
  expect(await paperShelf.recall(roundId, who)).toBeNull();
  expect(await paperShelf.recall('q1', 's1')).toBeNull();
});

test('[RS13] a browser without a database answers with nothing', async () => {
  vi.stubGlobal('indexedDB', undefined);
  await paperShelf.keep(PAPER);
  expect(await paperShelf.recall('q1', 's1')).toBeNull();
});
