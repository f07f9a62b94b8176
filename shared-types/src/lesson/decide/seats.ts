import type { ClassroomId, SeatId } from '../../ids.ts';
import { entryOf } from '../entry-of.ts';
import type { LessonState, Seat, SeatRef } from '../state.ts';

export interface SeatOf extends Seat {
  readonly classroomId: ClassroomId;
}

/** The seat with its classroom, or null. */
export function findSeat(state: LessonState, classroomId: ClassroomId, seatId: SeatId): SeatOf | null {
  const classroom = entryOf(state.classrooms, classroomId);
  const seat = classroom && entryOf(classroom.seats, seatId);
  return seat ? { ...seat, classroomId } : null;
}

/** What an event says of a seat. */
export function seatRef({ classroomId, seatId, number }: SeatOf): SeatRef {
  return { classroomId, seatId, number };
}

/** The seats of all classrooms that fit. */
export function seatsWhere({ classrooms }: LessonState, fits: (seat: Seat) => boolean): SeatOf[] {
  return Object.values(classrooms).flatMap(({ classroomId, seats }) =>
    Object.values(seats)
      .filter(fits)
      .map((seat) => ({ ...seat, classroomId })),
  );
}
