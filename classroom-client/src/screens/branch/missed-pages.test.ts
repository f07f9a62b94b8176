import type { MergedBranch, Slide } from '@tongke/shared-types';
import { expect, test } from 'vitest';
import { freshCuts } from './fresh-cuts.ts';
import { missedPages } from './missed-pages.ts';

const at = (page: number, deckId = 'd1'): Slide => ({ deckId, title: '', pages: 20, page, shown: true });

test('[BR7] missed are the pages from the cut to now, the last five of many, and all of another deck', () => {
  expect(missedPages(at(2), at(5))).toEqual([3, 4, 5]);
  expect(missedPages(at(5), at(3))).toEqual([4, 3]);
  expect(missedPages(at(5), at(5))).toEqual([]);
  expect(missedPages(at(1), at(12))).toEqual([8, 9, 10, 11, 12]);
  expect(missedPages(at(9, 'd0'), at(2))).toEqual([1, 2]);
  expect(missedPages(null, at(1))).toEqual([1]);
  expect(missedPages(at(1), null)).toEqual([]);
  expect(missedPages(at(1), { ...at(3), shown: false })).toEqual([]);
});

test('[BR6] one line for a cut, however many branches it has, for a minute after it came in', () => {
  const branch = (branchId: string, more: Partial<MergedBranch>): MergedBranch => ({
    ...{ branchId, classroomId: 'c1', cutAt: 1_000, from: 11_000, to: 61_000, at: 100_000, turns: 2, rounds: [] },
    ...more,
  });
  const branches = { b1: branch('b1', {}), b2: branch('b2', { to: 121_000 }), b3: branch('b3', { classroomId: 'c2' }) };
  expect(freshCuts(branches, 159_999)).toEqual([
    { classroomId: 'c1', ms: 120_000, turns: 4, rounds: 0 },
    { classroomId: 'c2', ms: 60_000, turns: 2, rounds: 0 },
  ]);
  expect(freshCuts(branches, 160_000)).toEqual([]);
});
