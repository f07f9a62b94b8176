import type { CaptureProblem } from './capture.ts';

/** Pauses before a device is tried again, ms. */
const PAUSES_MS = [1_000, 2_000, 4_000, 8_000, 15_000] as const;

/**
 * [RC7] Ms until a device that failed so many times in a row is tried again: another program frees it without a word, and not every system says
 * that it was plugged in. Null where trying again would only ask a person again.
 */
export function capturePause(problem: CaptureProblem, failures: number): number | null {
  if (problem === 'refused') return null;
  return PAUSES_MS[Math.min(failures, PAUSES_MS.length) - 1] ?? null;
}
