import { LOSING, SEVERE_LOSS } from './rung-of.ts';

/**
 * How the lead teacher's voice goes to a screen. Plain: 20 ms in a packet, at once. Protected: 60 ms in a packet, each
 * again in three later ones, sent again on request and waited for; it comes about a third of a second later.
 */
export type VoiceForm = 'plain' | 'protected';

/** Which form a screen gets, and since when (ms of one monotonic clock) its link has spoken for the other one. */
export interface VoiceStand {
  readonly form: VoiceForm;
  readonly since: number | null;
}

/** What a link does to a voice, as shares from 0 to 1: packets lost on the way; what the screen made up, null where nobody has said. */
export interface VoiceSample {
  readonly loss: number;
  readonly concealment: number | null;
}

/** From this share of lost packets on, or of made-up voice where packets are lost at all, a voice needs protection. */
const HURT = { loss: 0.05, concealment: 0.03 } as const;
/** Below this share of lost packets it needs none. What is in between changes nothing. */
const WELL = 0.02;

/** It is protected after this long, in ms; at once where a third is lost. */
export const PROTECT_MS = 2_000;
/** It is plain again after this long, in ms: each change costs a second of both. */
export const PLAIN_AGAIN_MS = 30_000;

export const PLAIN_VOICE: VoiceStand = { form: 'plain', since: null };

/** [VO1] The next stand of a screen's voice, from what was seen at `now` (ms). */
export function stepVoice({ form, since }: VoiceStand, { loss, concealment }: VoiceSample, now: number): VoiceStand {
  const hurt = loss >= HURT.loss || (loss >= LOSING && (concealment ?? 0) >= HURT.concealment);
  const against = form === 'plain' ? hurt : loss < WELL;
  if (!against) return { form, since: null };
  const from = since ?? now;
  const patience = form === 'protected' ? PLAIN_AGAIN_MS : loss >= SEVERE_LOSS ? 0 : PROTECT_MS;
  if (now - from < patience) return { form, since: from };
  return { form: form === 'plain' ? 'protected' : 'plain', since: null };
}
