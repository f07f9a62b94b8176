import type { VoiceLook } from './voice-watch.ts';

const SAMPLES_A_MS = 48;
/** It is back when so much of the second that follows is heard. */
const FOLLOWING_MS = 1_000;
const SHARE = 0.8;

/** The first instant at which voice came and stayed, epoch ms; null when it has not yet. */
export function voiceBack(looks: readonly VoiceLook[], from: number): number | null {
  const last = looks.at(-1)?.[0] ?? 0;
  const back = looks.find(([at, samples]) => {
    if (at < from || samples === 0 || at + FOLLOWING_MS > last) return false;
    return samplesBetween(looks, at, at + FOLLOWING_MS) >= SHARE * FOLLOWING_MS * SAMPLES_A_MS;
  });
  return back ? back[0] : null;
}

/** The share of this time, 0 to 1, in which voice was heard. */
export function shareHeard(looks: readonly VoiceLook[], from: number, until: number): number {
  return samplesBetween(looks, from, until) / ((until - from) * SAMPLES_A_MS);
}

function samplesBetween(looks: readonly VoiceLook[], from: number, until: number): number {
  return looks.filter(([at]) => at > from && at <= until).reduce((sum, [, samples]) => sum + samples, 0);
}
