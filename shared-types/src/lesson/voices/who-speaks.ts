import type { PeerId } from '../../ids.ts';

/** How loud a microphone is that is not silent, in dBov: 0 is the loudest. */
export interface VoiceLevel {
  readonly peerId: PeerId;
  readonly volume: number;
}

/** Somebody who is heard, with short pauses; in ms of one clock. */
export interface HeardVoice {
  readonly peerId: PeerId;
  readonly since: number;
  readonly heardAt: number;
}

/** What is quieter is a room, not a voice, dBov: speech comes in at -40 to -15 after the browser has levelled it. */
export const VOICE_DB = -50;
/** Shorter is a cough, a chair, or an 嗯, ms. */
export const BEGINS_MS = 500;
/** Who pauses for longer does not speak any more, ms: longer than between two words, shorter than between two people. */
export const PAUSE_MS = 1_000;

/** Who is heard now, whoever began first in front. Pure; to be asked with every measurement, and with none when a pause is over. */
export function heardVoices(
  before: readonly HeardVoice[],
  levels: readonly VoiceLevel[],
  now: number,
): readonly HeardVoice[] {
  const loud = new Set(levels.filter(({ volume }) => volume >= VOICE_DB).map(({ peerId }) => peerId));
  const known = before
    .filter(({ heardAt }) => now - heardAt < PAUSE_MS)
    .map((voice) => (loud.has(voice.peerId) ? { ...voice, heardAt: now } : voice));
  const fresh = [...loud].filter((peerId) => !known.some((voice) => voice.peerId === peerId));
  return [...known, ...fresh.map((peerId) => ({ peerId, since: now, heardAt: now }))];
}

/** [AU2] Those of them who speak: heard for longer than a noise lasts. */
export function whoSpeaks(voices: readonly HeardVoice[]): readonly PeerId[] {
  return voices.filter(({ since, heardAt }) => heardAt - since >= BEGINS_MS).map(({ peerId }) => peerId);
}
