import type { DeckItem } from '@tongke/shared-types';
import { expect, test } from 'vitest';
import { uploadDeck } from './upload-deck.ts';

const begun = (bytes: number, received = 0): DeckItem => ({
  ...{ deckId: 'd1', title: '分数', status: 'uploading', received, bytes, done: 0, pages: null, problem: null },
  ...{ empty: [], animated: [], found: [], cover: null, createdAt: 0 },
});

type Send = NonNullable<Parameters<typeof uploadDeck>[2]>['send'];

function rig(
  bytes: number,
  answers: Readonly<Record<number, 'offline' | 'deck/shelf-full' | 'lost'>> = {},
  received = 0,
) {
  const ranges: string[] = [];
  const waits: number[] = [];
  const shares: number[] = [];
  const stop = new AbortController();
  let here = received;
  const send: Send = async (_, piece, range) => {
    const problem = answers[ranges.length];
    ranges.push(range);
    if (problem !== 'offline' && problem !== 'deck/shelf-full') here += piece.size;
    if (problem === undefined) return { ok: true, deck: begun(bytes, here) };
    return { ok: false, reason: problem === 'lost' ? 'offline' : problem };
  };
  const files = [new Blob([new Uint8Array(bytes - 10)]), new Blob([new Uint8Array(10)])];
  const upload = { files, signal: stop.signal, onProgress: (share: number) => void shares.push(share) };
  const wait = async (ms: number) => void waits.push(ms);
  return { ranges, waits, shares, stop, done: () => uploadDeck(begun(bytes, received), upload, { send, wait }) };
}

test('[DK1] a deck goes out in pieces of a million bytes, and tells how far it is', async () => {
  const { done, ranges, shares } = rig(2_500_000);
  expect(await done()).toMatchObject({ ok: true, deck: { received: 2_500_000 } });
  expect(ranges).toEqual(['bytes 0-999999/2500000', 'bytes 1000000-1999999/2500000', 'bytes 2000000-2499999/2500000']);
  expect(shares).toEqual([0, 0.4, 0.8, 1]);
});

test('[DK1] a link that is lost costs one piece, the next are shorter; a piece may come twice', async () => {
  const { done, ranges, waits } = rig(1_000_000, { 0: 'offline', 1: 'lost' });
  expect(await done()).toMatchObject({ ok: true });
  expect(ranges.slice(0, 3)).toEqual(['bytes 0-999999/1000000', 'bytes 0-499999/1000000', 'bytes 0-249999/1000000']);
  expect(waits).toEqual([1_000, 2_000]);
});

test('[DK1] an upload goes on where it stopped', async () => {
  const { done, ranges } = rig(1_200_000, {}, 1_100_000);
  expect(await done()).toMatchObject({ ok: true });
  expect(ranges).toEqual(['bytes 1100000-1199999/1200000']);
});

test('[DK1] a refusal that would come again ends it, and so does whoever stops it', async () => {
  expect(await rig(500, { 0: 'deck/shelf-full' }).done()).toMatchObject({ ok: false, reason: 'deck/shelf-full' });
  const stopped = rig(500);
  stopped.stop.abort();
  expect(await stopped.done()).toEqual({ ok: false, reason: 'stopped' });
  expect(stopped.ranges).toEqual([]);
});
