import type { Sung } from './ear.ts';
import { NOTES } from './notes.ts';

/** A scale comes round after this long, in ms: a note that is heard later than half of it is taken for nobody's. */
const ROUND_MS = NOTES.count * NOTES.stepS * 1_000;

/** For each note that was heard between two instants: how long after the mouth, in ms. What the link swallowed is missing. */
export function mouthToEar(mouth: readonly Sung[], ear: readonly Sung[], from: number, until: number): number[] {
  return ear
    .filter(([at]) => at >= from && at < until)
    .map(([at, note]) => {
      const sung = mouth.findLast(([begun, sang]) => sang === note && begun <= at)?.[0];
      return sung === undefined ? Number.POSITIVE_INFINITY : at - sung;
    })
    .filter((ms) => ms < ROUND_MS / 2);
}
