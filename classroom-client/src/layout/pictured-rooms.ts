import { type ClassroomId, isSeenByRooms, type LessonState } from '@tongke/shared-types';

/** The most other classrooms that a board shows as video: six pictures would cost a rural link the voices. */
const MOST_PICTURES = 2;

/**
 * Which other classrooms a board shows while they have a turn: the first two. Not the lead teacher's own class, which sits before the
 * teacher, whose picture is there already.
 */
export function picturedRooms(view: LessonState, classroomId: ClassroomId): readonly ClassroomId[] {
  return view.floor.turns
    .map((turn) => turn.classroomId)
    .filter((id) => id !== classroomId && !view.classrooms[id]?.own && isSeenByRooms(view, id))
    .slice(0, MOST_PICTURES);
}
