import { expect, it } from 'vitest';
import { quantile } from './quantile.ts';

it('is one of the values, by nearest rank', () => {
  expect([0, 0.5, 0.95, 1].map((q) => quantile([40, 10, 30, 20], q))).toEqual([10, 20, 40, 40]);
});

it('throws where nothing was measured', () => {
  expect(() => quantile([], 0.5)).toThrow('nothing was measured');
});
