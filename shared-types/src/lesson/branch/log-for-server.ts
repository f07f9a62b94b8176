import { keysOnly } from '../question/keys-only.ts';
import type { BranchAct, BranchLog } from './branch-log.ts';

/** [BR3] A branch's log as it is sent: without the words of its questions, which the bank knows. */
export function logForServer(log: BranchLog): BranchLog {
  return { ...log, entries: log.entries.map((entry) => ({ ...entry, act: withoutWords(entry.act) })) };
}

function withoutWords(act: BranchAct): BranchAct {
  return act.type === 'question.open' ? { ...keysOnly(act), explanation: '' } : act;
}
