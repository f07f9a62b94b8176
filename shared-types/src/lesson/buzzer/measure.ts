import type { EntrantKey } from './entrant.ts';

/** How an entrant's link was measured when the round began; frozen for the round. All ms. */
export interface Measure {
  readonly least: number /* smallest round trip m */;
  readonly slack: number /* J */;
  readonly alone: boolean /* no other device of the room bounds m */;
  readonly path: 'both' | 'socket';
  readonly late: number /* device-class correction */;
}

export interface EntrantMeasure extends Measure {
  readonly entrant: EntrantKey;
}

/**
 * The bounds of J, in ms: what an honest network may be late beyond the least round trip, and so the most that a lie can gain. A lie
 * about the pings moves the least round trip by a few ms too; 120 ms are the limit of both together.
 */
export const SLACK = { least: 25, most: 112 } as const;

/** An entrant that was not measured: its press counts by its arrival, give or take. */
export const UNMEASURED: Measure = { least: 0, slack: SLACK.least, alone: true, path: 'socket', late: 0 };

/** One event stays below 4 kB with so many measures. */
export const MEASURES_PER_EVENT = 30;
