import type { Person } from './visible.ts';

/** Who sees one pupil's press, answer and score. */
export function seesSingle(viewer: Person, seatId: string): boolean {
  return viewer.role === 'lead' || (viewer.role === 'pupil' && viewer.seatId === seatId);
}
