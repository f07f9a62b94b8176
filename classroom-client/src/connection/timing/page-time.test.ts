import { expect, test } from 'vitest';
import { onPageClock } from './page-time.ts';

const ORIGIN = 1_700_000_000_000;

test('[TM1] a stamp of the page clock is taken as it is, unless it cannot be true', () => {
  expect(onPageClock(5_000, 5_012, ORIGIN)).toBe(5_000);
  expect(onPageClock(5_012.4, 5_012, ORIGIN)).toBe(5_012);
  expect(onPageClock(9_000, 5_000, ORIGIN)).toBe(5_000);
  expect(onPageClock(100, 5_000, ORIGIN)).toBe(5_000);
  for (const nonsense of [Number.NaN, -3, Number.POSITIVE_INFINITY]) {
    expect(onPageClock(nonsense, 5_000, ORIGIN)).toBe(5_000);
  }
});

test('[TM1] a stamp of the wall clock is brought over, as old browsers give it', () => {
  expect(onPageClock(ORIGIN + 4_990, 5_000, ORIGIN)).toBe(4_990);
  expect(onPageClock(ORIGIN - 86_400_000, 5_000, ORIGIN)).toBe(5_000);
});
