import type { ClassroomId, SeatId } from '../../ids.ts';
import { entryOf } from '../entry-of.ts';
import type { Classroom, LessonState, Seat } from '../state.ts';

/** The state with one classroom changed; unchanged when the viewer does not hold that classroom. */
export function withClassroom(
  state: LessonState,
  classroomId: ClassroomId,
  change: (classroom: Classroom) => Partial<Classroom>,
): LessonState {
  const classroom = entryOf(state.classrooms, classroomId);
  if (!classroom) return state;
  return { ...state, classrooms: { ...state.classrooms, [classroomId]: { ...classroom, ...change(classroom) } } };
}

/** The state with one seat changed; unchanged when the viewer does not hold that seat. */
export function withSeat(
  state: LessonState,
  at: { readonly classroomId: ClassroomId; readonly seatId: SeatId },
  change: (seat: Seat) => Partial<Seat>,
): LessonState {
  return withClassroom(state, at.classroomId, ({ seats }) => {
    const seat = entryOf(seats, at.seatId);
    return seat ? { seats: { ...seats, [at.seatId]: { ...seat, ...change(seat) } } } : {};
  });
}
