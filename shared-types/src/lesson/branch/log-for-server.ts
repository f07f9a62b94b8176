import { keysOnly } from '../question/keys-only.ts';
import { type BoardEntry, isHandedIn } from './board-entry.ts';
import { type BranchAct, type BranchEntry, type BranchLog, MOST_ACTS } from './branch-log.ts';
import { withoutReplaced } from './without-replaced.ts';

/**
 * [BR3] [BR12] A branch's log as it is sent: without the words of its questions, which the bank knows, and without ink; one that would be too
 * long without what pupils gave and gave anew.
 */
export function logForServer({
  entries,
  ...log
}: Omit<BranchLog, 'entries'> & { readonly entries: readonly BoardEntry[] }): BranchLog {
  const all = entries.flatMap(entryForServer);
  return { ...log, entries: all.length > MOST_ACTS ? withoutReplaced(all) : all };
}

function entryForServer({ commandId: _, act, ...entry }: BoardEntry): readonly BranchEntry[] {
  return isHandedIn(act) ? [{ ...entry, act: withoutWords(act) }] : [];
}

function withoutWords(act: BranchAct): BranchAct {
  if (act.type === 'buzzer.open') return { ...act, prompt: '' };
  return act.type === 'question.open' ? { ...keysOnly(act), explanation: '' } : act;
}
