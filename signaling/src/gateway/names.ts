import { givenName, type LessonState, type Names, nameRight, type Viewer } from '@tongke/shared-types';
import type { PupilName } from '../store/catalogue.ts';

/** [NM1] The names that this viewer may read, by seat. */
export function namesFor(viewer: Viewer, state: LessonState, pupils: readonly PupilName[]): Names {
  const names: Record<string, string> = {};
  for (const { classroomId, seatId, name, numbersOnly } of pupils) {
    const classroom = state.classrooms[classroomId];
    const right = classroom ? nameRight(viewer, classroom, numbersOnly) : 'none';
    if (right !== 'none') names[seatId] = right === 'full' ? name : givenName(name);
  }
  return names;
}
