import type { ClassroomId, SeatId } from '../../ids.ts';
import type { LessonState } from '../state.ts';

/** Somebody who had a turn in a lesson; `seatId` null stands for the classroom, whoever of it spoke. */
export interface Speaker {
  readonly classroomId: ClassroomId;
  readonly seatId: SeatId | null;
}

/** [LS9] Each classroom and each seat that had a turn in this lesson, once. */
export function whoSpoke({ turns, heard, classrooms }: LessonState): Speaker[] {
  const seats = Object.keys(heard?.turns ?? {});
  return Object.keys(turns).flatMap((classroomId) => [
    { classroomId, seatId: null },
    ...seats
      .filter((seatId) => classrooms[classroomId]?.seats[seatId] !== undefined)
      .map((seatId) => ({ classroomId, seatId })),
  ]);
}
