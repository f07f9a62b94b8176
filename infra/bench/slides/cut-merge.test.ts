import { expect, test } from 'vitest';
import { CUTS, type Cut, cutMerge } from './cut-merge.ts';

const SEEDS = 60;

test.each(Object.keys(CUTS) as Cut[])(
  '[BR4] [BR5] a cut (%s) with both sides acting: nothing lost, doubled, or changed in the main line',
  (cut) => {
    let acts = 0;
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const { acts: done, ...figures } = cutMerge(cut, seed);
      expect(figures, `seed ${seed}`).toEqual({ lost: 0, doubled: 0, mainLineChanged: 0 });
      acts += done;
    }
    expect(acts).toBeGreaterThan(SEEDS * 4);
  },
);
