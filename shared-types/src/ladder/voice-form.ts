import { LOSING } from './rung-of.ts';

/**
 * How a voice goes over a link. Plain: 20 ms in a packet, at once. Protected: 60 ms in a packet, each again in three later
 * ones, and waited for; it comes about a third of a second later.
 */
export type VoiceForm = 'plain' | 'protected';

/** Which form a voice gets, and since which report in a row (ms of one monotonic clock) its link has spoken for the other one. */
export interface VoiceStand {
  readonly form: VoiceForm;
  readonly since: number | null;
}

/** What the receiving end reported of a voice: the share of its packets that was lost in the last seconds, 0 to 1, and when that was learnt, ms. */
export interface LossReport {
  readonly loss: number;
  readonly at: number;
  /** What share was lost of those that were sent since, as far as it shows before the next report; null where too few were. */
  readonly since: number | null;
}

/** From this share of lost packets on a voice needs protection where two reports in a row say so, */
const HURT = 0.05;
/** from this one on where its screen has to make up so much of it too, */
const HEARD = { loss: 0.02, concealment: 0.03 } as const;
/** and from this one on where one report says so */
export const BADLY_HURT = 0.15;
/** and at least so much is lost after it: a moment of silence, at a reconnection or a queue that ran over, is over by then. */
const GOES_ON = 0.1;
/** It is plain again where no packets are lost for this long, in ms: each change costs a second of both. */
export const PLAIN_AGAIN_MS = 30_000;

export const PLAIN_VOICE: VoiceStand = { form: 'plain', since: null };

/**
 * [VO1] The next stand of a voice. `report`: the latest, null where there is none that is fresh: then nothing is known, and nothing changes.
 * `concealment`: the share of the voice that the screen made up of late, 0 to 1, null where nobody has said.
 */
export function stepVoice(
  { form, since }: VoiceStand,
  report: LossReport | null,
  concealment: number | null,
): VoiceStand {
  if (report === null) return { form, since: null };
  const { loss, at, since: after } = report;
  if (form === 'protected') {
    if (loss >= LOSING) return { form, since: null };
    const from = since ?? at;
    return at - from >= PLAIN_AGAIN_MS ? PLAIN_VOICE : { form, since: from };
  }
  const hurts = loss >= HURT || (loss >= HEARD.loss && (concealment ?? 0) >= HEARD.concealment);
  const again = hurts && since !== null && at > since;
  const goesOn = loss >= BADLY_HURT && (after ?? 0) >= GOES_ON;
  if (goesOn || again) return { form: 'protected', since: null };
  return { form, since: hurts ? (since ?? at) : null };
}
