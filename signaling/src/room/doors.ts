import type { Classroom } from '@tongke/shared-types';
import type { LessonRoom } from './lesson-room.ts';

/** A way into a classroom's lesson. */
export interface Door {
  readonly room: LessonRoom;
  readonly classroom: Classroom;
}

/** [RO7] The classroom whose open door shows this code, or null. */
export function findDoor(rooms: readonly LessonRoom[], code: string): Door | null {
  return findClassroom(rooms, ({ doorCode }) => doorCode === code);
}

/** The classroom whose QR carries this ticket, or null. */
export function findTicket(rooms: readonly LessonRoom[], ticket: string): Door | null {
  return findClassroom(rooms, (classroom) => classroom.ticket === ticket);
}

function findClassroom(rooms: readonly LessonRoom[], fits: (classroom: Classroom) => boolean): Door | null {
  for (const room of rooms) {
    const classroom = Object.values(room.state.classrooms).find(fits);
    if (classroom) return { room, classroom };
  }
  return null;
}
