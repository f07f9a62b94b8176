import { RECONNECTION } from '@tongke/shared-types';

/** [RS12] One device's pauses before it tries again, ms, by the number of attempts that failed before: those that the pages' library makes. */
export function returnPauses(random: () => number): (attempts: number) => number {
  const { firstMs, longestMs, spread } = RECONNECTION;
  const [least, most] = longestMs;
  const longest = least + (most - least) * random();
  return (attempts) => Math.min(longest, firstMs * 2 ** attempts * (1 - spread + 2 * spread * random()));
}
