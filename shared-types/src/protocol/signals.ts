import { z } from 'zod';
import type { PeerId } from '../ids.ts';
import type { VoiceLevel } from '../lesson/voices/who-speaks.ts';

/** Largest still picture, in bytes (JPEG, about 160×90). */
export const STILL_MAX_BYTES = 16_384;

/** Latest wins, never stored, may be lost. */
export const signal = z.discriminatedUnion('type', [
  /** [WL5] How a board's or the lead teacher's media does, for the SFU alone; null where nothing can be said. */
  z.strictObject({
    type: z.literal('link'),
    /** Share of the voice that was made up in the last 2 s, 0 to 1. */
    concealment: z.number().min(0).max(1).nullable(),
    /** What fits on the way to the server, as the browser estimates it, in bit/s. */
    outgoing: z.number().nonnegative().max(1e12).nullable(),
    /** Between the browser and the SFU, in ms. */
    roundTrip: z.number().nonnegative().max(1e6).nullable().optional(),
  }),
  /** A board's picture for the lead teacher's tile while its video is not shown there, and the teacher's for boards on rung D. */
  z.strictObject({
    type: z.literal('still'),
    jpeg: z.instanceof(Uint8Array).refine((b) => b.byteLength <= STILL_MAX_BYTES),
  }),
]);
export type Signal = z.infer<typeof signal>;
export type LinkReport = Extract<Signal, { type: 'link' }>;
export type Still = Extract<Signal, { type: 'still' }>;

/** [AU1] [AU2] Who speaks, whoever began first in front; how loud which microphone is, for the lead teacher alone. */
export interface Voices {
  readonly type: 'voices';
  readonly speaks: readonly PeerId[];
  readonly levels: readonly VoiceLevel[];
}

/** A still on its way to a screen, or what the server says of all voices. */
export type RelayedSignal =
  | { readonly peerId: PeerId; readonly signal: Still }
  | { readonly peerId: null; readonly signal: Voices };
