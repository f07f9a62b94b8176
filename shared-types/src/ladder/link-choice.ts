import type { Rung, UplinkRung } from './rungs.ts';

/** What the lead teacher wants of a classroom's link: as much as it carries, less than it might, or voices alone. */
export const LINK_CHOICES = ['auto', 'saving', 'voice'] as const;
export type LinkChoice = (typeof LINK_CHOICES)[number];

/** The best rungs that a link may stand on. */
export interface Ceiling {
  readonly down: Rung;
  readonly up: UplinkRung;
}

/** [WL9] What a choice allows. */
export const CEILINGS: Readonly<Record<LinkChoice, Ceiling>> = {
  auto: { down: 'A', up: 'full' },
  saving: { down: 'C', up: 'low' },
  voice: { down: 'E', up: 'none' },
};
