import { type ClassroomId, hearsOneRoom, type LessonState, linkOf } from '@tongke/shared-types';

/** [FL21] True while other rooms may speak, and the link of this one brings it only whoever does. */
export function hearsOneOfMany(view: LessonState, classroomId: ClassroomId): boolean {
  const others = view.floor.turns.filter(
    (turn) => turn.classroomId !== classroomId && !turn.listen && turn.acceptBy === null,
  );
  return others.length > 1 && hearsOneRoom(linkOf(view, classroomId).down);
}
