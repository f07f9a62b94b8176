import type { Hand } from '../state.ts';

type Whose = Pick<Hand, 'classroomId' | 'seatId'>;

/** [FL4] True when both speak of the same hand: one per seat, and one for each class as a whole. */
export function sameHand(a: Whose, b: Whose): boolean {
  return a.classroomId === b.classroomId && a.seatId === b.seatId;
}
