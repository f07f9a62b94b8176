import type { ClassroomId, SeatId } from '../../ids.ts';
import { entryOf } from '../entry-of.ts';
import type { Classroom, LessonState, Seat, SeatRef } from '../state.ts';

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

/** The seat that a device holds in a classroom, or null. */
export function seatOfDevice(classroom: Classroom, device: string): Seat | null {
  return Object.values(classroom.seats).find((seat) => seat.device === device) ?? null;
}
