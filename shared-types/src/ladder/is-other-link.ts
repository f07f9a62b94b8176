import type { LinkReport } from '../protocol/signals.ts';
import { LOSING } from './rung-of.ts';

/** A quarter more or less is another link. */
const OTHER = 1.25;

/** Round trips that differ by less are the same, in ms. */
const NEAR_MS = 20;

type Said = Pick<LinkReport, 'concealment' | 'outgoing' | 'roundTrip'>;

/** [WL5] Whether what is said of a link calls for a look at it: a voice that is or was made up, or another figure than before. */
export function isOtherLink(before: Said, { concealment, outgoing, roundTrip = null }: Said): boolean {
  if ((before.concealment === null) !== (concealment === null)) return true;
  if (Math.max(before.concealment ?? 0, concealment ?? 0) >= LOSING) return true;
  return differ(before.outgoing, outgoing, 0) || differ(before.roundTrip ?? null, roundTrip, NEAR_MS);
}

function differ(before: number | null, now: number | null, near: number): boolean {
  if (before === null || now === null) return before !== now;
  const [least, most] = [Math.min(before, now), Math.max(before, now)];
  return most - least > near && most > OTHER * least;
}
