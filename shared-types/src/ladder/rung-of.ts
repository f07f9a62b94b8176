import { DATA_BITRATE, LEAST_VOICE_BITRATE, TEMPORAL_SHARES, VOICE_BITRATE } from './bitrates.ts';
import type { Layout } from './layout.ts';
import { needOf } from './plan-of.ts';
import { isWorse, RUNGS, type Rung, worseOf } from './rungs.ts';
import type { Seen } from './step-ladder.ts';

/** How a link to a screen does, measured about once a second. */
export interface DownlinkSample {
  /** What fits, by the congestion control, in bit/s. */
  readonly estimate: number;
  /** What is sent now, in bit/s. */
  readonly sent: number;
  /** Share of packets that are lost on the way, 0 to 1. */
  readonly loss: number;
  /** Share of the voice that the screen had to make up, 0 to 1; null where nobody has said. */
  readonly concealment: number | null;
}

/** From this share of lost packets on a voice suffers now: nothing is waited for. */
export const SEVERE_LOSS = 0.3;

/** From this made-up share on a voice is better left alone with the link. */
export const SUFFERS = 0.1;

/** From this made-up share on a voice is not understood. */
export const UNHEARD = 0.5;

/** From this share of lost packets on a made-up voice is the link's doing; without it, that of a busy screen. */
export const LOSING = 0.01;

/** So much of what C takes is a picture with a quarter of its frames. */
const LEAST_OF_C = TEMPORAL_SHARES[0].bits / TEMPORAL_SHARES[1].bits;

/** Those on which something is seen of the others. */
const PICTURED = RUNGS.slice(0, RUNGS.indexOf('E'));

/** No rung above these, from such a share of lost packets on, and of a voice that was made up. */
const BY_LOSS = [
  [SEVERE_LOSS, 'E'],
  [0.15, 'C'],
  [0.05, 'B'],
] as const;
const BY_CONCEALMENT = [
  [SUFFERS, 'E'],
  [0.03, 'C'],
] as const;

/**
 * [WL2] The best rung that a link carries with this layout, and whether a voice would miss its deadline on a better one. A rung is
 * carried when all that it takes (`needOf`) fits; E in any case, unless not even 20 kbit/s get through. `running`: the rung whose traffic
 * was measured. From A to C the estimate is what is left beside the voices. On D that traffic is voices, and what a shared screen is seen to take,
 * with which the estimate never grows to more: that much carries it. `tried`: the link does not stand on `running` yet.
 */
export function rungOf(
  { estimate, sent, loss, concealment }: DownlinkSample,
  layout: Layout,
  running: Rung | null = null,
  tried = false,
): Seen<Rung> {
  // The congestion control never says less than 30 kbit/s; what arrives does, unless the screen hears the voice all the same.
  const suffers = loss >= SEVERE_LOSS && sent >= LEAST_VOICE_BITRATE && (concealment ?? 1) >= UNHEARD;
  const carries = suffers ? Math.min(estimate, sent * (1 - loss)) : estimate;
  const least = carries < LEAST_VOICE_BITRATE ? 'F' : 'E';
  const moves = running !== null && !isWorse(RUNGS, running, 'C');
  // A still does not run as long as it is on its way.
  const stilled = layout.filter(({ as }) => as !== 'teacher-video');
  const takes = (rung: Rung) => {
    const need = rung === 'D' && running === 'D' ? needOf('D', stilled, true) : needOf(rung, layout, moves);
    if (!moves || rung === 'D') return need;
    // Voices take their share unseen: the congestion control counts what moves, and says what is left to it.
    const pictures = need - needOf('E', layout);
    // What is there already is given up when its fewest frames do not fit any longer.
    return DATA_BITRATE + (rung === 'C' && !tried ? LEAST_OF_C : 1) * pictures;
  };
  const fits = PICTURED.find((rung) => takes(rung) <= carries) ?? least;
  const caps = [capOf(BY_LOSS, loss), capOf(BY_CONCEALMENT, loss < LOSING ? 0 : (concealment ?? 0))];
  const rung = caps.reduce((worst, cap) => worseOf(RUNGS, worst, cap), fits);
  return { rung, urgent: loss >= SEVERE_LOSS || carries < VOICE_BITRATE };
}

function capOf(caps: readonly (readonly [number, Rung])[], share: number): Rung {
  return caps.find(([from]) => share >= from)?.[1] ?? 'A';
}
