import { MOST_LATE_MS } from '@tongke/shared-types';

/** From beat to beat, in ms: slow enough that each tap belongs to one beat. */
export const BEAT_MS = 900;
/** The first beats are for finding into the rhythm. */
export const LEAD_IN = 4;
export const BEATS = 24;

const FEWEST_TAPS = 12;
/** Taps that scatter more than this, in ms, are no rhythm. */
const MOST_SPREAD_MS = 60;
/** Of a normal distribution, the standard deviation is so many median deviations. */
const SIGMA_PER_MAD = 1.4826;

/** What a test found. All ms. */
export type RhythmResult =
  | {
      readonly ok: true;
      /** What the device is corrected by: 0 to 60. */
      readonly late: number;
      /** The median of taps behind their beats, as it was measured. */
      readonly behind: number;
      /** How much single taps scatter: one standard deviation. */
      readonly spread: number;
      readonly taps: number;
    }
  | { readonly ok: false; readonly why: 'too-few' | 'too-uneven' };

/**
 * How late a device is, from taps to a beat that it shows. People who follow a moving sign tap on the beat that they see, so the median
 * tap is behind the beat that was drawn by the lateness of display and touch together, and by the person's own habit, which
 * a page cannot tell apart. `firstBeat` and `taps` are on one clock.
 */
export function rhythmLateness(firstBeat: number, taps: readonly number[]): RhythmResult {
  const behind = taps
    .map((tap) => ({ beat: Math.round((tap - firstBeat) / BEAT_MS), tap }))
    .filter(({ beat }) => beat >= LEAD_IN && beat < LEAD_IN + BEATS)
    .map(({ beat, tap }) => tap - (firstBeat + beat * BEAT_MS));
  if (behind.length < FEWEST_TAPS) return { ok: false, why: 'too-few' };
  const middle = median(behind);
  const spread = SIGMA_PER_MAD * median(behind.map((each) => Math.abs(each - middle)));
  if (spread > MOST_SPREAD_MS) return { ok: false, why: 'too-uneven' };
  const late = Math.round(Math.min(Math.max(middle, 0), MOST_LATE_MS));
  return { ok: true, late, behind: middle, spread, taps: behind.length };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}
