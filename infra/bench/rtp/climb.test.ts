import { expect, it } from 'vitest';
import { climbShares } from './climb.ts';

it('goes from little to almost all, and never past it', () => {
  const shares = climbShares();
  expect(shares[0]).toBe(0.08);
  expect(shares.at(-1)).toBeGreaterThan(0.8);
  expect(shares.at(-1)).toBeLessThan(1);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
});
