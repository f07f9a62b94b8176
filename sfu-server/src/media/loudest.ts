import type { TrackId } from '@tongke/shared-types';

/** How loud a microphone is, in dBov: 0 is the loudest, -127 silence. */
export interface Level {
  readonly trackId: TrackId;
  readonly volume: number;
}

/** A microphone that is let through. */
export interface Voice extends Level {
  /** Since when, in ms. */
  readonly since: number;
  /** When it was last heard. */
  readonly heardAt: number;
}

/** [FL19] As many of a chorus reach other classrooms. */
export const MOST_VOICES = 3;
/** A voice keeps its place for this long, in ms: a word is not cut in the middle. */
export const HOLD_MS = 2_000;
/** How much louder somebody must be to take a place, in dB: twice as loud an amplitude. */
export const MARGIN_DB = 6;

/**
 * [FL19] [FL21] Which voices are let through, `most` of them, by what is heard now: the loudest first, with hysteresis so that they do not flap. A place is free
 * when its voice was silent for `HOLD_MS`; otherwise it is taken only by somebody louder by `MARGIN_DB`, and not within `HOLD_MS`. Pure.
 */
export function loudest(
  voices: readonly Voice[],
  levels: readonly Level[],
  now: number,
  most: number,
): readonly Voice[] {
  const volumes = new Map(levels.map(({ trackId, volume }) => [trackId, volume]));
  const kept = voices
    .map((voice): Voice => {
      const volume = volumes.get(voice.trackId);
      return volume === undefined ? { ...voice, volume: SILENCE } : { ...voice, volume, heardAt: now };
    })
    .filter(({ heardAt }) => now - heardAt < HOLD_MS);
  const others = levels
    .filter(({ trackId }) => !kept.some((voice) => voice.trackId === trackId))
    .sort((a, b) => b.volume - a.volume);
  return others.reduce<readonly Voice[]>((chosen, level) => withOne(chosen, level, now, most), kept);
}

const SILENCE = -127;

function withOne(chosen: readonly Voice[], level: Level, now: number, most: number): readonly Voice[] {
  const voice: Voice = { ...level, since: now, heardAt: now };
  if (chosen.length < most) return [...chosen, voice];
  const [weakest] = chosen.filter(({ since }) => now - since >= HOLD_MS).sort((a, b) => a.volume - b.volume);
  if (!weakest || level.volume < weakest.volume + MARGIN_DB) return chosen;
  return chosen.map((one) => (one === weakest ? voice : one));
}
