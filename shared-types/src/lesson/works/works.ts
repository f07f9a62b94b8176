import type { ClassroomId, SeatId } from '../../ids.ts';
import type { Time } from '../state.ts';

/** As many works lie in a lesson's tray at most, and as many of one pupil. */
export const MOST_WORKS = 60;
export const MOST_WORKS_OF_SEAT = 3;

/** As many stand beside each other on the boards. */
export const MOST_SHOWN = 4;

/** A photo or drawing of a pupil's, as it lies in the tray; `photo` is the hash, the bytes travel over HTTP. */
export interface Work {
  readonly workId: string;
  readonly classroomId: ClassroomId;
  readonly seatId: SeatId;
  readonly number: number;
  readonly photo: string;
  readonly at: Time;
}

/** A work on the boards: whose it is only where that was revealed. */
export interface ShownWork {
  readonly workId: string;
  readonly classroomId: ClassroomId;
  readonly seatId: SeatId | null;
  readonly number: number | null;
  readonly photo: string;
}

/** What pupils have sent to be looked at together. */
export interface Works {
  /** Pupils may send something from their tablets. */
  readonly open: boolean;
  /** In the order in which they came; only those that the viewer may look at. */
  readonly tray: readonly Work[];
  readonly shown: readonly ShownWork[];
}

export const NO_WORKS: Works = { open: false, tray: [], shown: [] };
