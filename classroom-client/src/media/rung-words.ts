import { isWorse, type PeerLink, RUNGS, type Rung, type UplinkRung } from '@tongke/shared-types';
import type { Say } from '../i18n/i18n.ts';

const DOWN = {
  A: 'link.A',
  B: 'link.B',
  C: 'link.C',
  D: 'link.D',
  E: 'link.E',
  F: 'link.F',
} as const satisfies Record<Rung, string>;
const UP = {
  low: 'link.low',
  still: 'link.still',
  none: 'link.none',
} as const satisfies Record<Exclude<UplinkRung, 'full'>, string>;

/** How far down each of them is, so that the worse of both can be named where there is room for one. */
const AS_BAD_AS: Readonly<Record<UplinkRung, Rung>> = { full: 'A', low: 'C', still: 'D', none: 'E' };

/** [WL8] What a link carries, in words: what its screen receives, or what its camera sends where that is worse. */
export function rungWords(t: Say, { down, up }: Pick<PeerLink, 'down' | 'up'>): string {
  return up !== 'full' && isWorse(RUNGS, AS_BAD_AS[up], down) ? t(UP[up]) : t(DOWN[down]);
}

/** The same, with both where both are not at their best. */
export function allRungWords(t: Say, { down, up }: Pick<PeerLink, 'down' | 'up'>): string {
  return up === 'full' ? t(DOWN[down]) : `${t(DOWN[down])} · ${t(UP[up])}`;
}
