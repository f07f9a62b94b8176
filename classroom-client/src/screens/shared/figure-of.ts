import type { Finding, Measures } from '@tongke/shared-types';

/** The figure behind a finding, with its unit; null where there is none. */
export function figureOf(finding: Finding, { down, up, loss, roundTrip, clock }: Measures): string | null {
  const [thing] = finding.split('/');
  if (thing === 'down') return rate(down);
  if (thing === 'up') return rate(up);
  if (thing === 'loss') return loss === null ? null : `${(loss * 100).toFixed(1)} %`;
  if (thing === 'delay') return roundTrip === null ? null : `${Math.round(roundTrip)} ms`;
  if (thing === 'clock') return clock === null ? null : `± ${(clock / 1_000).toFixed(1)} s`;
  return null;
}

function rate(bits: number | null): string | null {
  if (bits === null) return null;
  return bits < 1_000_000 ? `${Math.round(bits / 1_000)} kbit/s` : `${(bits / 1_000_000).toFixed(1)} Mbit/s`;
}
