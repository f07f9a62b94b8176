import type { TrackId } from '../ids.ts';

/** What a screen may receive over media, kept longest first. Answers, presses and page turns come before all of it. */
export const KEPT = [
  'teacher-voice',
  'floor-voice',
  'film-sound',
  'screen',
  'teacher-video',
  'floor-video',
  'room-video',
] as const;
export type Kept = (typeof KEPT)[number];

/** One track that a screen wants now. */
export interface LayoutTrack {
  readonly trackId: TrackId;
  readonly as: Kept;
  /** Simulcast layers that its sender offers, 1 to 3; without meaning for what is heard. */
  readonly layers: number;
  /** The highest of them that the screen has use for, from 0. */
  readonly wanted: number;
  /** What each layer takes lately, in bit/s; 0 for one that is not sent. Without it each counts with the most that it may take. */
  readonly bitrates?: readonly number[];
}

export type Layout = readonly LayoutTrack[];

/** True for somebody who speaks. */
export function isVoice(as: Kept): as is 'teacher-voice' | 'floor-voice' {
  return as === 'teacher-voice' || as === 'floor-voice';
}
