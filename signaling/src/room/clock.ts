import type { Time } from '@tongke/shared-types';

/** The only source of time; tests bring their own. */
export interface Clock {
  now(): Time;
  /** Runs once, this many milliseconds from now; the answer cancels it. */
  after(ms: number, run: () => void): () => void;
}

/** Beyond this setTimeout fires at once; a longer wait is cut short and armed again by whoever waits. */
const LONGEST_MS = 2_147_483_647;

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, Math.min(Math.max(0, ms), LONGEST_MS));
    return () => clearTimeout(timer);
  },
};
