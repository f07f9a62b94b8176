import type { DeckPage } from '@tongke/shared-types';
import { expect, test } from 'vitest';
import { aheadOf } from './ahead-of.ts';

const pages: DeckPage[] = ['a', null, 'c', 'd', 'e', 'f'].map((hash) => ({ large: hash, small: hash && `${hash}s` }));

test('[PG7] the next three pages are wanted ahead, then the one before; what is empty or not there is not', () => {
  expect(aheadOf(pages, 1, 'large')).toEqual(['c', 'd']);
  expect(aheadOf(pages, 3, 'large')).toEqual(['d', 'e', 'f']);
  expect(aheadOf(pages, 4, 'small')).toEqual(['es', 'fs', 'cs']);
  expect(aheadOf(pages, 6, 'large')).toEqual(['e']);
  expect(aheadOf([], 1, 'large')).toEqual([]);
});
