import type { BranchAct, LessonState, SeatId } from '@tongke/shared-types';

/** [BR8] What is new of the tablets that the board reaches, as an act of its branch; null where nothing is. */
export function reachedSince(
  { classrooms }: Pick<LessonState, 'classrooms'>,
  reached: readonly SeatId[],
): Extract<BranchAct, { type: 'tablets.reached' }> | null {
  const seats = Object.values(classrooms)[0]?.seats ?? {};
  const came = reached.filter((seatId) => seats[seatId]?.online === false);
  const went = Object.values(seats).flatMap(({ seatId, online }) =>
    online && !reached.includes(seatId) ? [seatId] : [],
  );
  return came.length + went.length > 0 ? { type: 'tablets.reached', came, went } : null;
}
