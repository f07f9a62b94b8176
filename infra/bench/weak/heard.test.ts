import { expect, test } from 'vitest';
import { concealmentOf, heldBack, longestStall } from './heard.ts';
import type { HeardLook } from './heard-watch.ts';
import { mouthToEar } from './mouth-to-ear.ts';

const LOOKS: readonly HeardLook[] = [
  [0, 500, 500, null],
  [100, 1_000, 0, 40],
  [200, 1_000, 250, 60],
  [300, 1_000, 1_000, null],
  [400, 1_000, 1_000, null],
  [500, 1_000, 750, 350],
];

test('what was made up counts over all that was played in that time', () => {
  expect(concealmentOf(LOOKS, 0, 500)).toBe(3_000 / 5_000);
  expect(concealmentOf(LOOKS, 0, 100)).toBe(0);
});

test('a stall lasts from the last look with a sample of the link to the next one, at both ends too', () => {
  expect(longestStall(LOOKS, 0, 500)).toBe(300);
  expect(longestStall(LOOKS, 0, 900)).toBe(400);
  expect(longestStall([], 0, 700)).toBe(700);
});

test('what the jitter buffer held back counts where it played anything', () => {
  expect(heldBack(LOOKS, 100, 500)).toEqual([60, 350]);
});

test('a note is heard so long after it was sung last; notes of nobody are left out', () => {
  const mouth = [
    [1_000, 1],
    [1_400, 4],
    [5_000, 1],
  ] as const;
  const ear = [
    [1_250, 1],
    [1_700, 4],
    [5_400, 1],
    [5_500, 7],
    [9_500, 1],
  ] as const;
  expect(mouthToEar(mouth, ear, 0, 10_000)).toEqual([250, 300, 400]);
  expect(mouthToEar(mouth, ear, 1_300, 5_000)).toEqual([300]);
});
