import type { Loudness } from './ear.ts';

/** The noise of any open microphone is louder in some bin, even in a quiet room, dB. */
export const SILENCE_DB = -120;
/** The tone stands out by so much from what was there before, dB. */
const RISE_DB = 10;

/** Whether every note of the test tone was heard while it played, and not before. */
export function hearsTone(quiet: Loudness, tone: Loudness): boolean {
  return tone.notes.every((note, nth) => note >= SILENCE_DB && note >= (quiet.notes[nth] ?? SILENCE_DB) + RISE_DB);
}
