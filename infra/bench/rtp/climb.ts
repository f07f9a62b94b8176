/** Share of the full rate that a camera begins with, and by how much each step is higher. */
const FROM = 0.08;
const STEP = 1.2;

/** How long a step of a climb takes. */
export const CLIMB_STEP_MS = 3_000;

/** A camera begins low and climbs, or the ladder takes it from links of which nothing is known: the shares of its full rate on the way up. */
export function climbShares(): number[] {
  return Array.from({ length: Math.ceil(-Math.log(FROM) / Math.log(STEP)) }, (_, step) => FROM * STEP ** step);
}
