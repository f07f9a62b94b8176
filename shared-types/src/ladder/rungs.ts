/** What a link still carries, from everything to nothing that could be heard. Answers, presses and page turns go on every rung. */
export const RUNGS = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
/**
 * A: full pictures · B: the middle layer · C: the lowest layer with fewer frames · D: a still every 2 s, voices, slides ·
 * E: voices, slides, answers · F: answers alone, not even a voice gets through.
 */
export type Rung = (typeof RUNGS)[number];

/** How much of a classroom's camera its uplink carries, from everything to nothing; its voice goes on every rung. */
export const UPLINK_RUNGS = ['full', 'low', 'still', 'none'] as const;
export type UplinkRung = (typeof UPLINK_RUNGS)[number];

/** True when `one` stands below `other` on this scale, which runs from best to worst. */
export function isWorse<R>(scale: readonly R[], one: R, other: R): boolean {
  return scale.indexOf(one) > scale.indexOf(other);
}

/** The worse of two rungs of one scale. */
export function worseOf<R>(scale: readonly R[], one: R, other: R): R {
  return isWorse(scale, one, other) ? one : other;
}
