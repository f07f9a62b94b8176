import {
  type Classroom,
  givenName,
  type LessonState,
  type Names,
  nameRight,
  type Snapshot,
  type Viewer,
  viewFor,
} from '@tongke/shared-types';

/** [SS1] What of the lead teacher's lesson a screen before this class may show: what its own board would be told, and no more. */
export function asBoard(
  { view, names }: Pick<Snapshot, 'view' | 'names'>,
  room: Classroom | null,
): Pick<Snapshot, 'view' | 'names'> {
  const viewer: Viewer =
    room === null
      ? { role: 'second', staffId: '', schoolId: '' }
      : { role: 'board', classroomId: room.classroomId, deviceId: '' };
  return { view: viewFor(viewer, view), names: readable(viewer, view, names) };
}

/** [NM1] Where a school runs by number alone, the lead teacher has no names either. */
function readable(viewer: Viewer, { classrooms }: LessonState, names: Names): Names {
  const read: Record<string, string> = {};
  for (const classroom of Object.values(classrooms)) {
    const right = nameRight(viewer, classroom, false);
    if (right === 'none') continue;
    for (const seatId of Object.keys(classroom.seats)) {
      const name = names[seatId];
      if (name !== undefined) read[seatId] = right === 'full' ? name : givenName(name);
    }
  }
  return read;
}
