import type { Time } from '../state.ts';

/** A countdown that is over stands on the screens for this long, in ms. */
export const CLOCK_OVER_MS = 30_000;

/** A clock that the lead teacher lets everybody see: it counts down `seconds`, or up from 0. */
export interface LessonClock {
  readonly clockId: string;
  /** Null for one that counts up. */
  readonly seconds: number | null;
  /** Since when it runs, moved on by its pauses; null while it rests. */
  readonly from: Time | null;
  /** What it stood at when it came to rest, in ms. */
  readonly passed: number;
}

/** What a clock shows at an instant: the time that is left of a countdown, else the time that has passed, in ms. */
export interface ClockReading {
  readonly ms: number;
  readonly runs: boolean;
  /** A countdown has reached 0. */
  readonly over: boolean;
}

export function readClock({ seconds, from, passed }: LessonClock, now: Time): ClockReading {
  const run = from === null ? passed : Math.max(0, now - from);
  if (seconds === null) return { ms: run, runs: from !== null, over: false };
  const left = Math.max(0, seconds * 1000 - run);
  return { ms: left, runs: from !== null && left > 0, over: left === 0 };
}
