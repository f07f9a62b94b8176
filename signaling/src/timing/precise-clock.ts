/** [TM1] Stamps what leaves and what arrives, in ms since 1970 with fractions. It never steps back, whatever is done to the wall clock. */
export interface PreciseClock {
  now(): number;
}

/** The machine's own: the wall clock of the start, and what has passed since by a monotonic clock. */
export const systemPreciseClock: PreciseClock = { now: () => performance.timeOrigin + performance.now() };
