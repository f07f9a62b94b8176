import { expect, test } from 'vitest';
import { gridShape } from './grid-shape.ts';

const LAPTOP = { width: 920, height: 520 };

test('few classrooms use the free height, and all are in sight', () => {
  expect(gridShape(1, LAPTOP)).toEqual({ columns: 1, width: 789, picture: null });
  expect(gridShape(2, LAPTOP)).toEqual({ columns: 2, width: 454, picture: null });
  expect(gridShape(4, LAPTOP)).toEqual({ columns: 2, width: 316, picture: null });
  for (const count of [1, 2, 3, 6, 9]) {
    const { columns, width } = gridShape(count, LAPTOP);
    const rows = Math.ceil(count / columns);
    expect(rows * ((width * 9) / 16 + 76) + (rows - 1) * 12).toBeLessThanOrEqual(LAPTOP.height);
  }
});

test('a row that fills the width wins over tiles that are a little larger and leave half of it empty', () => {
  const upright = { width: 788, height: 620 };
  expect(gridShape(2, upright)).toEqual({ columns: 2, width: 388, picture: null });
  expect(gridShape(3, LAPTOP)).toEqual({ columns: 3, width: 298, picture: null });
  // Not where they would become much smaller.
  expect(gridShape(2, { width: 788, height: 900 })).toEqual({ columns: 1, width: 654, picture: null });
});

test('beside a page words stand beside the pictures, which are the larger for it', () => {
  const beside = { width: 320, height: 450 };
  expect(gridShape(3, beside)).toEqual({ columns: 1, width: 320, picture: 180 });
  expect(gridShape(51, beside)).toEqual({ columns: 1, width: 320, picture: 152 });
  expect(gridShape(2, beside)).toEqual({ columns: 1, width: 254, picture: null });
  expect(gridShape(3, { width: 156, height: 450 }).picture).toBe(null);
});

test('fifty stand side by side as many as can be seen, the rest a scroll away', () => {
  const { columns, width } = gridShape(51, LAPTOP);
  expect(columns).toBe(5);
  expect(width).toBeGreaterThanOrEqual(164);
  expect(columns * width + (columns - 1) * 12).toBeLessThanOrEqual(LAPTOP.width);
});

test('before the space is known there is a grid all the same', () => {
  expect(gridShape(3, { width: 0, height: 0 }).columns).toBe(1);
});
