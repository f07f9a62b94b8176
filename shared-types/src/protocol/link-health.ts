import type { Rung, UplinkRung } from '../ladder/rungs.ts';

/** How a media endpoint's link does at the moment. Rates are bit/s, shares 0 to 1. */
export interface LinkHealth {
  readonly down: Rung;
  readonly up: UplinkRung;
  /** What the SFU sends to it, and the share that is lost on the way. */
  readonly sent: number;
  readonly lossSent: number;
  /** What arrives at the SFU from it, and the share that was lost. */
  readonly received: number;
  readonly lossReceived: number;
  /** The share of the voice that its browser made up; null while it does not say. */
  readonly concealment: number | null;
  /** Round trip between its browser and the SFU, ms; null while the browser does not say. */
  readonly roundTrip: number | null;
}
