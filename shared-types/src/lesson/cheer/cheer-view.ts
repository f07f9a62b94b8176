import type { Person } from '../visible.ts';

/** [PR2] A praised pupil is known to the own room's board and phones, to the lead teacher, and to the pupil; to others the classroom alone. */
export function praiseFor<T extends { readonly classroomId: string; readonly seatId: string | null }>(
  viewer: Person,
  praise: T,
): T {
  return knowsWho(viewer, praise) ? praise : { ...praise, seatId: null, number: null };
}

function knowsWho(
  viewer: Person,
  { classroomId, seatId }: { readonly classroomId: string; readonly seatId: string | null },
): boolean {
  if (viewer.role === 'lead') return true;
  if (viewer.role === 'pupil') return viewer.seatId === seatId;
  return (viewer.role === 'board' || viewer.role === 'phone') && viewer.classroomId === classroomId;
}
