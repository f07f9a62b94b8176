import type { BoardEntry } from './board-entry.ts';

/** [BR3] What was done on a branch, and of each pupil's answers and presses in a round the latest: what came before it decides nothing. */
export function withoutReplaced<T extends Pick<BoardEntry, 'act' | 'seatId'>>(entries: readonly T[]): T[] {
  const latest = new Map(entries.map((entry) => [placeOf(entry), entry]));
  return entries.filter((entry) => placeOf(entry) === null || latest.get(placeOf(entry)) === entry);
}

function placeOf({ act, seatId }: Pick<BoardEntry, 'act' | 'seatId'>): string | null {
  const isGiven = act.type === 'answer.give' || act.type === 'buzzer.press';
  return isGiven && seatId !== undefined ? `${seatId} ${act.roundId}` : null;
}
