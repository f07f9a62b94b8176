import { beginBranch, FULL_ENTRIES } from '@tongke/shared-types';
import { expect, test } from 'vitest';
import { createFixture, seatIdOf } from '../testing/fixtures.ts';
import { acted, isFull, type RunningBranch } from './running-branch.ts';
import { standingOf } from './standing.ts';

test('[BR14] a branch that is very long refuses no hand: it gives way to another one', () => {
  const state = createFixture().state();
  const standing = standingOf(state, 'c1', 0, 0);
  if (!standing) throw new Error('no standing');
  const kept = { branchId: 'b1', cutAt: 0, from: 0, to: null, slide: null, standing };
  const after = (n: number): RunningBranch => ({
    ...{ kept, state: beginBranch(standing.trunk, standing.classroom, kept), acts: 0, heard: new Map() },
    last: { n, at: 0, act: { type: 'hands.clear' } },
  });
  const by = { seatId: seatIdOf('c1', 1), commandId: 'command-1' };
  expect(isFull(after(FULL_ENTRIES - 1), { type: 'hand.raise' })).toBe(false);
  expect(isFull(after(FULL_ENTRIES), { type: 'hand.raise' })).toBe(true);
  expect(acted(after(FULL_ENTRIES), { type: 'hand.raise' }, 1, by)).toMatchObject({ ok: true, after: { acts: 0 } });
});
