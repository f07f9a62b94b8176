import { type LinkReport, LOSING } from '@tongke/shared-types';

/** What is said of a link holds until something else is said, for 36 s at the most: what is not new is said this often, in ms. */
const AGAIN_MS = 30_000;

/** A quarter more or less is another link. */
const OTHER = 1.25;

/** Round trips that differ by less are the same, in ms. */
const NEAR_MS = 20;

/** What was said last, and when, in ms. */
export interface SaidOfLink {
  readonly report: LinkReport;
  readonly at: number;
}

/**
 * [WL5] Whether a report says what the last one did not: a voice that is made up is said each time, for it is acted on at once. Fifty boards
 * that repeat themselves every 2 s would cost the servers more than all else that they do for them.
 */
export function isLinkNews(
  said: SaidOfLink | null,
  { concealment, outgoing, roundTrip = null }: LinkReport,
  now: number,
): boolean {
  if (!said || now - said.at >= AGAIN_MS) return true;
  const before = said.report;
  if ((before.concealment === null) !== (concealment === null)) return true;
  if (Math.max(before.concealment ?? 0, concealment ?? 0) >= LOSING) return true;
  return differ(before.outgoing, outgoing, 0) || differ(before.roundTrip ?? null, roundTrip, NEAR_MS);
}

function differ(before: number | null, now: number | null, near: number): boolean {
  if (before === null || now === null) return before !== now;
  const [least, most] = [Math.min(before, now), Math.max(before, now)];
  return most - least > near && most > OTHER * least;
}
