import type { ClassroomId, SeatId, TurnId } from '../../ids.ts';
import type { Time } from '../state.ts';

/** How the floor is held: by one classroom, by two that speak with each other, by a panel of up to six, by one after the other, or by all. */
export const FLOOR_MODES = ['single', 'dialogue', 'panel', 'round-robin', 'chorus'] as const;
export type FloorMode = (typeof FLOOR_MODES)[number];

/** The most turns that a mode has at one time, one for each classroom: as many microphones are open at most. */
export const MOST_TURNS: Readonly<Record<FloorMode, number>> = {
  single: 1,
  dialogue: 2,
  panel: 6,
  'round-robin': 1,
  /** As many classrooms as a lesson joins. */
  chorus: 50,
};

/** How long the assistant has to open the microphone where the classroom waits for that, in ms. */
export const ACCEPT_MS = 30_000;

/** A classroom that may speak; `seatId` null means the class as a whole. */
export interface Turn {
  readonly turnId: TurnId;
  readonly classroomId: ClassroomId;
  readonly seatId: SeatId | null;
  readonly number: number | null;
  /** Anybody of the class may take it, and nobody has yet. */
  readonly anyone: boolean;
  /** Heard by the lead teacher alone. */
  readonly listen: boolean;
  readonly startedAt: Time;
  /** How long it lasts, from when it is accepted; null until somebody ends it. */
  readonly seconds: number | null;
  /** Until when the assistant must have opened the microphone; null once it may be open. */
  readonly acceptBy: Time | null;
  /** Null where it lasts until somebody ends it, and while it waits to be accepted. */
  readonly endsAt: Time | null;
  /** Since when the board of the room has been gone; null while it is here. */
  readonly awaySince: Time | null;
}

/** Who may speak, and after which manner. */
export interface Floor {
  readonly mode: FloorMode;
  /** In the order in which they were given, one for each classroom. */
  readonly turns: readonly Turn[];
  /** The classrooms that follow one after the other, the next first. */
  readonly queue: readonly ClassroomId[];
  /** How long each of those speaks, in s; null until somebody ends it. */
  readonly seconds: number | null;
}

export const FREE_FLOOR: Floor = { mode: 'single', turns: [], queue: [], seconds: null };
