import { expect, it } from 'vitest';
import { wilsonLower } from './wilson.ts';

it('is the lower end of the interval that the formula gives', () => {
  expect(wilsonLower(990, 1_000)).toBeCloseTo(0.98168, 4);
  expect(wilsonLower(10, 10)).toBeCloseTo(0.72247, 4);
  expect(wilsonLower(0, 10)).toBeCloseTo(0, 10);
});

it('of nothing is no number', () => {
  expect(wilsonLower(0, 0)).toBeNaN();
});
