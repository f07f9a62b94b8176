import type { ClassroomId, SeatId } from '../../ids.ts';

/** Who has had a turn: the lead teacher's alone, for it is about single children. */
export interface Heard {
  /** Turns that a seat had in this lesson. */
  readonly turns: Readonly<Record<SeatId, number>>;
  /** Of classrooms that have been in ended lessons, as it was when this one began. */
  readonly before: Readonly<Record<ClassroomId, EarlierLessons>>;
}

/** What a classroom's latest ended lessons say, taken together. */
export interface EarlierLessons {
  readonly classroomId: ClassroomId;
  /** How many lessons that are, `LESSONS_REMEMBERED` at most. */
  readonly lessons: number;
  /** Whether the classroom, or anybody in it, had a turn in them. */
  readonly heard: boolean;
  /** The seats that had one. */
  readonly seatIds: readonly SeatId[];
}

/** As many ended lessons of a classroom are looked back on. */
export const LESSONS_REMEMBERED = 3;
