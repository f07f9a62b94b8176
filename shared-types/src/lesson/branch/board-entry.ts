import { z } from 'zod';
import { handCommands } from '../../protocol/hand-commands.ts';
import { boardInkCommands } from '../../protocol/ink-commands.ts';
import { type BranchAct, type BranchEntry, branchAct, givenActs } from './branch-log.ts';

/** [BR12] [BR14] What stays on the board: what it draws on a branch, and the hands that are raised there. */
const ownAct = z.discriminatedUnion('type', [...boardInkCommands, ...handCommands]);
type OwnAct = z.infer<typeof ownAct>;

/** Everything that is done on a branch. */
export const boardAct = z.union([branchAct, ownAct]);
export type BoardAct = BranchAct | OwnAct;

/** [BR9] [BR14] What a pupil's tablet asks of the board on a branch. */
export const pupilAct = z.discriminatedUnion('type', [...givenActs, ...handCommands]);
export type PupilAct = z.infer<typeof pupilAct>;

/** [BR3] An act as the board keeps it; one that a tablet asked for under the id of its command, which is done once. */
export interface BoardEntry extends Omit<BranchEntry, 'act'> {
  readonly act: BoardAct;
  readonly commandId?: string;
}

/** [BR14] A branch of this many entries gives way to another one, for what the board keeps of it must be read again after a reload. */
export const FULL_ENTRIES = 5_000;

/** True for an act of raised hands. */
export function isOfHands({ type }: BoardAct): boolean {
  return type.startsWith('hand.') || type === 'hands.clear';
}

/** True for an act that is handed in: ink and raised hands are not. */
export function isHandedIn(act: BoardAct): act is BranchAct {
  return !act.type.startsWith('ink.') && !isOfHands(act);
}
