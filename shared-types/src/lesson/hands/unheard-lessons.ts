import { entryOf } from '../entry-of.ts';
import type { Hand, LessonState } from '../state.ts';

/**
 * [FL11] For how many ended lessons on end, up to now, this pupil or class has not had a turn: 1 to `LESSONS_REMEMBERED`, and 0 for who
 * has had one, in those lessons or in this one, and for whose classroom nothing is known of earlier lessons.
 */
export function unheardLessons(
  { heard, turns }: Pick<LessonState, 'heard' | 'turns'>,
  { classroomId, seatId }: Pick<Hand, 'classroomId' | 'seatId'>,
): number {
  const before = heard && entryOf(heard.before, classroomId);
  if (!before) return 0;
  const spoke =
    seatId === null
      ? before.heard || (entryOf(turns, classroomId) ?? 0) > 0
      : before.seatIds.includes(seatId) || (entryOf(heard.turns, seatId) ?? 0) > 0;
  return spoke ? 0 : before.lessons;
}
