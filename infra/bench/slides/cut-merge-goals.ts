import type { Goal } from '../report.ts';
import { CUTS, type Cut, cutMerge } from './cut-merge.ts';

/** What cut links cost the lessons of so many seeds, each with a cut of 30 s, of 5 min and to the end: nothing. */
export function cutMergeGoals(seeds: number): readonly Goal[] {
  const all = (Object.keys(CUTS) as Cut[]).flatMap((cut) =>
    Array.from({ length: seeds }, (_, seed) => cutMerge(cut, seed + 1)),
  );
  const none = { goal: 0, better: 'less', control: null, runs: all.length } as const;
  const sum = (figure: 'lost' | 'doubled' | 'mainLineChanged') => all.reduce((sum, one) => sum + one[figure], 0);
  return [
    { id: 'cut-merge-lost', value: sum('lost'), ...none },
    { id: 'cut-merge-doubled', value: sum('doubled'), ...none },
    { id: 'cut-merge-main-line-changed', value: sum('mainLineChanged'), ...none },
  ];
}
