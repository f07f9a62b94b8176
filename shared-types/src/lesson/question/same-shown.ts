import type { Shown } from './shown.ts';

/** True when both are of the same pupil, or of the same text. */
export function sameShown(a: Shown, b: Shown): boolean {
  return a.by === 'seat' ? b.by === 'seat' && a.seatId === b.seatId : b.by === 'group' && a.label === b.label;
}
