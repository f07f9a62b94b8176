import { actOnBranch, passTime } from './act-on-branch.ts';
import type { BoardEntry } from './board-entry.ts';
import type { BranchLog } from './branch-log.ts';
import type { BranchState } from './branch-state.ts';

/** [BR4] A branch after its whole log. An act that the rules refuse changes nothing, as it did when it was done. */
export function playBranch(
  begun: BranchState,
  { entries, to }: Pick<BranchLog, 'to'> & { readonly entries: readonly BoardEntry[] },
): BranchState {
  const played = entries.reduce((branch, entry) => {
    const acted = actOnBranch(branch, entry);
    return acted.ok ? acted.branch : branch;
  }, begun);
  return passTime(played, to);
}
