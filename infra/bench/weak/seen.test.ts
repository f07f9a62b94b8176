import { expect, test } from 'vitest';
import type { PictureLook } from './picture-watch.ts';
import { backAfter, seenOf } from './seen.ts';

/** A look each 100 ms. */
const looks = (...all: readonly (readonly [height: number, frames: number])[]): PictureLook[] =>
  all.map(([height, frames], n) => [(n + 1) * 100, height, frames]);
const of = (count: number, height: number, frames = 1) =>
  Array<readonly [number, number]>(count).fill([height, frames]);

test('height is the median of what came, frames a second count all the time', () => {
  expect(seenOf(looks(...of(3, 180, 2), ...of(2, 360, 2)), 0, 500)).toEqual({
    height: 180,
    framesPerSecond: 20,
    frozenShare: 0,
  });
  expect(seenOf(looks(...of(10, 0, 0)), 0, 1_000)).toEqual({ height: 0, framesPerSecond: 0, frozenShare: 1 });
});

test('a stretch of more than half a second without a frame is frozen as a whole', () => {
  expect(seenOf(looks(...of(1, 180), ...of(4, 0, 0), ...of(5, 180)), 0, 1_000).frozenShare).toBe(0);
  expect(seenOf(looks(...of(1, 180), ...of(5, 0, 0), ...of(4, 180)), 0, 1_000).frozenShare).toBe(0.6);
  expect(seenOf(looks(...of(4, 180), ...of(6, 0, 0)), 0, 1_000).frozenShare).toBe(0.6);
});

test('a picture is back when it is tall enough and stays so for 2 s', () => {
  const shrinks = [...of(5, 180), ...of(3, 360), ...of(2, 180), ...of(21, 360)];
  expect(backAfter(looks(...shrinks), 0, 360)).toBe(1_100);
  expect(backAfter(looks(...shrinks.slice(0, 20)), 0, 360)).toBeNull();
  expect(backAfter(looks(...of(30, 180)), 0, 360)).toBeNull();
});
