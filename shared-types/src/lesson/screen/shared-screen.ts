import type { PeerId } from '../../ids.ts';
import type { Time } from '../state.ts';

/** What is preferred: sharp text with few frames, or motion, with its sound, for a film. */
export const SCREEN_STYLES = ['detail', 'motion'] as const;
export type ScreenStyle = (typeof SCREEN_STYLES)[number];

/** Who shares a screen with the lesson: the lead teacher, or a classroom that has a turn. */
export interface SharedScreen {
  readonly peerId: PeerId;
  readonly style: ScreenStyle;
  readonly since: Time;
}

/** A lead teacher who is gone for this long, in ms, shares nothing any longer; the SFU has let go of the tracks by then. */
export const SHARER_GRACE_MS = 30_000;
