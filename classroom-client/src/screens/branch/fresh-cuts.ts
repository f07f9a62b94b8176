import type { LessonState, MergedBranch } from '@tongke/shared-types';

/** How long a line about a cut stands whose branch came in, ms. */
const TOLD_MS = 60_000;

/** What the branches of one cut come to. */
export interface CutDone {
  readonly classroomId: string;
  /** From the cut to the end of the last branch, ms. */
  readonly ms: number;
  readonly turns: number;
  readonly rounds: number;
}

/** [BR6] One line for each cut, whose branches may be several. */
export function cutsOf(branches: readonly MergedBranch[]): readonly CutDone[] {
  const cuts = new Map<string, readonly MergedBranch[]>();
  for (const branch of branches) {
    const key = `${branch.classroomId} ${branch.cutAt}`;
    cuts.set(key, [...(cuts.get(key) ?? []), branch]);
  }
  return [...cuts.values()].map((parts) => ({
    classroomId: parts[0]?.classroomId ?? '',
    ms: Math.max(...parts.map(({ to, cutAt }) => to - cutAt)),
    turns: parts.reduce((sum, { turns }) => sum + turns, 0),
    rounds: parts.reduce((sum, { rounds }) => sum + rounds.length, 0),
  }));
}

/** [BR6] The cuts whose branches came in just now. */
export function freshCuts(branches: LessonState['branches'], now: number): readonly CutDone[] {
  return cutsOf(Object.values(branches).filter(({ at }) => now - at < TOLD_MS));
}
