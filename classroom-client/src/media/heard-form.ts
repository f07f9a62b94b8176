import type { VoiceForm } from '@tongke/shared-types';

/** When voice of each form was last played, ms of one clock; null where none was yet. */
export interface Played {
  readonly plain: number | null;
  readonly sheltered: number | null;
  readonly now: number;
}

/** A form of which nothing was played for so long does not flow now, in ms. */
const FRESH_MS = 300;

/**
 * [VO2] Which form is to be heard: the protected one from when it plays to when it ends, and then the plain one. Where neither plays the link has
 * taken both, and what was heard stays. It is seen, not told: it holds while signaling is away.
 */
export function heardForm(heard: VoiceForm, { plain, sheltered, now }: Played): VoiceForm {
  const plays = (at: number | null) => at !== null && now - at < FRESH_MS;
  if (plays(sheltered)) return 'protected';
  return plays(plain) ? 'plain' : heard;
}
