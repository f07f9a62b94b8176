import {
  actOnBranch,
  BRANCH_ROUNDS,
  type BranchAct,
  type BranchEntry,
  type BranchState,
  beginBranch,
  FULL_ACTS,
  isUnderWay,
  MOST_ACTS,
  playBranch,
  type Refused,
  refuse,
  type Time,
} from '@tongke/shared-types';
import type { KeptBranch } from './branch-shelf.ts';

/** A branch as the board goes on with it. */
export interface RunningBranch {
  readonly kept: KeptBranch;
  readonly state: BranchState;
  /** The last act; the count of hands takes the place of the one before. */
  readonly last: BranchEntry | null;
}

/** The branch after all that was done on it, as a board finds it again. */
export function resumed(kept: KeptBranch, entries: readonly BranchEntry[], now: Time): RunningBranch {
  const { trunk, classroom, slide } = kept.standing;
  const begun = beginBranch(trunk, classroom, kept, slide?.title);
  return { kept, state: playBranch(begun, { entries, to: now }), last: entries[entries.length - 1] ?? null };
}

/** One act more; answers the entry to be kept, or why not. */
export function acted(
  branch: RunningBranch,
  act: BranchAct,
  now: Time,
): { readonly ok: true; readonly entry: BranchEntry; readonly after: RunningBranch } | Refused {
  const { state, last, kept } = branch;
  const again = isCountAgain(last, act);
  const n = (last?.n ?? 0) + (again ? 0 : 1);
  if (n > MOST_ACTS) return refuse('too-many-requests');
  // A clock that was set back must not turn the log round.
  const entry: BranchEntry = { n, at: Math.max(now, last?.at ?? 0), act };
  const outcome = actOnBranch(state, entry);
  return outcome.ok ? { ok: true, entry, after: { kept, state: outcome.branch, last: entry } } : outcome;
}

/** [BR3] Whether a branch has to give way to another one before this act: its log would grow too long for one request or one event. */
export function isFull({ state, last }: RunningBranch, act: BranchAct): boolean {
  const { round } = state.lesson;
  const underWay = round?.kind === 'question' && isUnderWay(round);
  if (underWay || (round && act.type !== 'question.open')) return false;
  const asked = Object.keys(state.rounds).length;
  return (last?.n ?? 0) >= FULL_ACTS || (act.type === 'question.open' && asked >= BRANCH_ROUNDS);
}

function isCountAgain(last: BranchEntry | null, act: BranchAct): boolean {
  return last?.act.type === 'handcount.set' && act.type === 'handcount.set' && last.act.roundId === act.roundId;
}
