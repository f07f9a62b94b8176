import type { Viewer } from '../roles.ts';

/** Who sees one pupil's press, answer and score. */
export function seesSingle(viewer: Exclude<Viewer, { role: 'server' }>, seatId: string): boolean {
  return viewer.role === 'lead' || (viewer.role === 'pupil' && viewer.seatId === seatId);
}
