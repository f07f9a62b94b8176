import { type ClassroomId, hearsOneRoom, type LessonState, type Rung } from '@tongke/shared-types';

/** [FL21] True while other rooms may speak, and the link of this one brings it only whoever does. */
export function hearsOneOfMany({ floor }: LessonState, classroomId: ClassroomId, rung: Rung): boolean {
  const others = floor.turns.filter(
    (turn) => turn.classroomId !== classroomId && !turn.listen && turn.acceptBy === null,
  );
  return others.length > 1 && hearsOneRoom(rung);
}
