import type { LessonEvent, LessonState, SeatId } from '@tongke/shared-types';

/** [DP5] [BR8] The seats that are not any longer those of the tablets that sat there. */
export function seatsLeft(event: LessonEvent, { classrooms }: LessonState): readonly SeatId[] {
  switch (event.type) {
    case 'seat.taken':
    case 'seat.freed':
      return [event.seatId];
    case 'seats.removed':
      return event.seatIds;
    case 'room.reset':
    case 'classroom.removed':
      return Object.keys(classrooms[event.classroomId]?.seats ?? {});
    default:
      return [];
  }
}
