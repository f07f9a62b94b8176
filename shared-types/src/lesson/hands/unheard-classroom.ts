import { entryOf } from '../entry-of.ts';
import type { Classroom, LessonState } from '../state.ts';
import { unheardLessons } from './unheard-lessons.ts';

/**
 * [FL12] The classroom that is here and has had no turn in this lesson, whichever has waited longest over its earlier lessons, and of
 * equal ones the lesson's first; null when every one was heard. Never the own class, which sits before the teacher.
 */
export function unheardClassroom(state: LessonState): Classroom | null {
  if (state.phase !== 'live') return null;
  const waiting = Object.values(state.classrooms).filter(
    ({ classroomId, own, left, board }) => !own && !left && board.online && !entryOf(state.turns, classroomId),
  );
  const silence = ({ classroomId }: Classroom) => unheardLessons(state, { classroomId, seatId: null });
  return waiting.reduce<Classroom | null>((most, one) => (most && silence(most) >= silence(one) ? most : one), null);
}
