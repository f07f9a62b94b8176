import type { Finding, Measures } from '@tongke/shared-types';
import { bitsWords } from './bits-words.ts';

/** The figure behind a finding, with its unit; null where there is none. */
export function figureOf(finding: Finding, { down, up, loss, roundTrip, clock }: Measures): string | null {
  const [thing] = finding.split('/');
  if (thing === 'down') return down === null ? null : bitsWords(down);
  if (thing === 'up') return up === null ? null : bitsWords(up);
  if (thing === 'loss') return loss === null ? null : `${(loss * 100).toFixed(1)} %`;
  if (thing === 'delay') return roundTrip === null ? null : `${Math.round(roundTrip)} ms`;
  if (thing === 'clock') return clock === null ? null : `± ${(clock / 1_000).toFixed(1)} s`;
  return null;
}
