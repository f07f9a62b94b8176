import type { HeardLook } from './heard-watch.ts';

/** The share of the voice that was made up between two instants, 0 to 1. */
export function concealmentOf(looks: readonly HeardLook[], from: number, until: number): number {
  const seen = looks.filter(([at]) => at > from && at <= until);
  const sum = (of: (look: HeardLook) => number) => seen.reduce((total, look) => total + of(look), 0);
  return sum(([, , madeUp]) => madeUp) / sum(([, samples]) => samples);
}

/** For how long the jitter buffer held the voice back in each look between two instants, in ms. */
export function heldBack(looks: readonly HeardLook[], from: number, until: number): number[] {
  return looks.flatMap(([at, , , heldMs]) => (at > from && at <= until && heldMs !== null ? [heldMs] : []));
}

/** The longest time without a sample that came over the link, in ms; a voice was sent all the while. */
export function longestStall(looks: readonly HeardLook[], from: number, until: number): number {
  const came = looks.filter(([at, samples, madeUp]) => at > from && at <= until && samples > madeUp).map(([at]) => at);
  return [...came, until].reduce((longest, at, n) => Math.max(longest, at - (came[n - 1] ?? from)), 0);
}
