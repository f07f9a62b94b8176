import { DATA_BITRATE, LAYER_BITRATES, LEAST_VOICE_BITRATE, VOICE_BITRATE } from './bitrates.ts';
import { SEVERE_LOSS } from './rung-of.ts';
import { UPLINK_RUNGS, type UplinkRung, worseOf } from './rungs.ts';
import type { Seen } from './step-ladder.ts';

/** How a classroom's way to the server does, measured about once a second. */
export interface UplinkSample {
  /** What fits, as its browser says, in bit/s; null where it has not said. */
  readonly available: number | null;
  /** What arrives, in bit/s. */
  readonly received: number;
  /** Share of packets that are lost on the way, 0 to 1. */
  readonly loss: number;
  /** How well the best layer of its camera arrives, 0 to 10; null while it is not sent. */
  readonly score: number | null;
}

/** What goes before any picture. */
const FIRST = VOICE_BITRATE + DATA_BITRATE;

/** Two low pictures' worth is where the browser itself begins to choose between its layers. */
const NEEDS: Readonly<Record<UplinkRung, number>> = {
  full: FIRST + 2 * LAYER_BITRATES[0],
  low: FIRST + LAYER_BITRATES[0],
  still: FIRST,
  none: 0,
};

const BY_LOSS = [
  [SEVERE_LOSS, 'none'],
  [0.15, 'still'],
  [0.05, 'low'],
] as const;

/** Below this score so many losses go unrepaired that it shows. */
const POOR = 5;

/** [WL4] The best of a classroom's camera that its uplink carries beside the voice, and whether the voice would suffer for more. */
export function uplinkRungOf({ available, received, loss, score }: UplinkSample): Seen<UplinkRung> {
  const carries = available ?? Number.POSITIVE_INFINITY;
  const fits = UPLINK_RUNGS.find((rung) => NEEDS[rung] <= carries) ?? 'none';
  const byLoss = BY_LOSS.find(([from]) => loss >= from)?.[1] ?? 'full';
  const caps: readonly UplinkRung[] = [byLoss, byScore(score, received)];
  const rung = caps.reduce((worst, cap) => worseOf(UPLINK_RUNGS, worst, cap), fits);
  return { rung, urgent: loss >= SEVERE_LOSS || carries < VOICE_BITRATE };
}

function byScore(score: number | null, received: number): UplinkRung {
  if (score === null || score >= POOR) return 'full';
  // Something arrives, and it is not the picture.
  return score === 0 && received >= LEAST_VOICE_BITRATE ? 'still' : 'low';
}
