import { isOtherLink, type LinkReport } from '@tongke/shared-types';

/** What is said of a link holds until something else is said, for 36 s at the most: what is not new is said this often, in ms. */
const AGAIN_MS = 30_000;

/** What was said last, and when, in ms. */
export interface SaidOfLink {
  readonly report: LinkReport;
  readonly at: number;
}

/**
 * [WL5] Whether a report says what the last one did not: a voice that is made up is said each time, for it is acted on at once. Fifty boards
 * that repeat themselves every 2 s would cost the servers more than all else that they do for them.
 */
export function isLinkNews(said: SaidOfLink | null, report: LinkReport, now: number): boolean {
  return !said || now - said.at >= AGAIN_MS || isOtherLink(said.report, report);
}
