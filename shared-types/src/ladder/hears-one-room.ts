import { isWorse, RUNGS, type Rung } from './rungs.ts';

/** [FL21] True where a room receives, of several rooms that may speak, only the one that does: two voices are the most that E carries. */
export function hearsOneRoom(rung: Rung): boolean {
  return isWorse(RUNGS, rung, 'C');
}
