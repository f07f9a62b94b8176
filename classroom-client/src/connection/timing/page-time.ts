/** An event older than this when it is handled is not believed: its stamp is on some other clock. */
const MOST_WAIT_MS = 2_000;
/** Browsers blur the clock by as much. */
const BLUR_MS = 1;

/**
 * When an event happened, on the scale of `performance.now`, in ms. Some browsers stamp events by the wall clock, or by one that went
 * on while the device slept: such a stamp is brought over when that can be told, else `now` stands for it.
 */
export function onPageClock(timeStamp: number, now: number, timeOrigin: number): number {
  const believable = (stamp: number) => stamp <= now + BLUR_MS && stamp >= now - MOST_WAIT_MS && stamp >= 0;
  if (believable(timeStamp)) return Math.min(timeStamp, now);
  const fromWallClock = timeStamp - timeOrigin;
  return believable(fromWallClock) ? Math.min(fromWallClock, now) : now;
}
