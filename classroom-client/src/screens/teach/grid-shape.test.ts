import { expect, test } from 'vitest';
import { gridShape } from './grid-shape.ts';

const LAPTOP = { width: 920, height: 520 };

test('few classrooms use the free height, and all are in sight', () => {
  expect(gridShape(1, LAPTOP)).toEqual({ columns: 1, width: 803 });
  expect(gridShape(2, LAPTOP)).toEqual({ columns: 2, width: 454 });
  expect(gridShape(3, LAPTOP).width).toBeGreaterThan(300);
  for (const count of [1, 2, 3, 6, 9]) {
    const { columns, width } = gridShape(count, LAPTOP);
    const rows = Math.ceil(count / columns);
    expect(rows * ((width * 9) / 16 + 68) + (rows - 1) * 12).toBeLessThanOrEqual(LAPTOP.height);
  }
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
