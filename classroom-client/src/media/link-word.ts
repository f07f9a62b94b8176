import { isOtherLink, type LinkReport } from '@tongke/shared-types';

/** What is said of a link holds until something else is said, for 36 s at the most: what is not new is said this often, in ms. */
const AGAIN_MS = 30_000;

/** [WL5] When a page says how its link does. */
export interface LinkWord {
  /** How it does now, null where nothing can be said. True where that is news: then it is said at once. */
  readonly hear: (report: LinkReport | null) => boolean;
  /** What is to be said again by now, which can wait for the next beat; null where nothing is. */
  readonly again: () => LinkReport | null;
}

/**
 * A voice that is made up is said each time, for it is acted on at once. Fifty boards that repeat themselves every 2 s would cost the servers
 * more than all else that they do for them. `now` in ms of one monotonic clock.
 */
export function createLinkWord(now: () => number): LinkWord {
  let said: LinkReport | null = null;
  let saidAt = 0;
  let latest: LinkReport | null = null;
  const say = (report: LinkReport) => {
    said = report;
    saidAt = now();
  };
  return {
    hear: (report) => {
      latest = report;
      if (!report || (said && !isOtherLink(said, report))) return false;
      say(report);
      return true;
    },
    again: () => {
      if (!latest || now() - saidAt < AGAIN_MS) return null;
      say(latest);
      return latest;
    },
  };
}
