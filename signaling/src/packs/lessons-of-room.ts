import type { LessonState } from '@tongke/shared-types';
import type { LessonWindow } from '../blobs/lesson-window.ts';

/** The open lessons that have not ended and in which this classroom takes part. */
export function lessonsOfRoom(classroomId: string, lessons: Pick<LessonWindow, 'states'>): readonly LessonState[] {
  return lessons
    .states()
    .filter(({ phase, classrooms }) => phase !== 'ended' && Object.hasOwn(classrooms, classroomId));
}
