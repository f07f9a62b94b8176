import { z } from 'zod';
import { boardInkCommands } from '../../protocol/ink-commands.ts';
import { type BranchAct, type BranchEntry, branchAct } from './branch-log.ts';

/** [BR12] What the board draws on a branch stays on the board. */
const inkAct = z.discriminatedUnion('type', boardInkCommands);
type InkAct = z.infer<typeof inkAct>;

/** Everything that is done on a branch. */
export const boardAct = z.union([branchAct, inkAct]);
export type BoardAct = BranchAct | InkAct;

/** [BR3] An act as the board keeps it; one that a tablet asked for under the id of its command, which is done once. */
export interface BoardEntry extends Omit<BranchEntry, 'act'> {
  readonly act: BoardAct;
  readonly commandId?: string;
}

/** True for an act that is handed in: ink is not. */
export function isHandedIn(act: BoardAct): act is BranchAct {
  return !act.type.startsWith('ink.');
}
