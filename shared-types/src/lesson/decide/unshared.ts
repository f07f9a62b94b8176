import type { LessonEvent } from '../events.ts';
import type { LessonState, SharedTablet } from '../state.ts';

/** The tablets that fit are handed round no longer, in whichever room. */
export function unshared({ classrooms }: LessonState, fits: (tablet: SharedTablet) => boolean): LessonEvent[] {
  return Object.values(classrooms).flatMap(({ classroomId, tablets }) =>
    Object.values(tablets)
      .filter(fits)
      .map(({ tabletId }): LessonEvent => ({ type: 'tablet.unshared', classroomId, tabletId })),
  );
}
