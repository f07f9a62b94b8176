import { z } from 'zod';
import type { PeerId } from '../ids.ts';
import { INK_LIMITS } from '../lesson/ink/ink-limits.ts';
import { PAGE_HEIGHT, PAGE_WIDTH } from '../lesson/ink/ink-points.ts';
import { inkPen, packedPoints, sheetName } from '../lesson/ink/ink-schemas.ts';
import type { VoiceLevel } from '../lesson/voices/who-speaks.ts';
import { id } from './id.ts';

/** Largest still picture, in bytes (JPEG, about 160×90). */
export const STILL_MAX_BYTES = 16_384;

/** [IK3] Points of a stroke that is being drawn: they stand in it from number `from` on. */
const liveStroke = z.strictObject({
  type: z.literal('ink'),
  sheet: sheetName,
  strokeId: id,
  ...inkPen,
  from: z.int().min(0).max(INK_LIMITS.points),
  points: packedPoints,
});

/** [IK9] Where the lead teacher points; null where the pointer is gone. */
const laser = z.strictObject({
  type: z.literal('laser'),
  sheet: sheetName,
  at: z.tuple([z.int().min(0).max(PAGE_WIDTH), z.int().min(0).max(PAGE_HEIGHT)]).nullable(),
});

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
  liveStroke,
  laser,
]);
export type Signal = z.infer<typeof signal>;
export type LinkReport = Extract<Signal, { type: 'link' }>;
export type LiveStroke = Extract<Signal, { type: 'ink' }>;
export type Laser = Extract<Signal, { type: 'laser' }>;
export type Still = Extract<Signal, { type: 'still' }>;

/** [AU1] [AU2] Who speaks, whoever began first in front; how loud which microphone is, for the lead teacher alone. */
export interface Voices {
  readonly type: 'voices';
  readonly speaks: readonly PeerId[];
  readonly levels: readonly VoiceLevel[];
}

/** A still on its way to a screen. */
export interface RelayedStill {
  readonly peerId: PeerId;
  readonly signal: Still;
}

/** A still, a stroke or the pointer on its way to a screen, or what the server says of all voices. */
export type RelayedSignal =
  | RelayedStill
  | { readonly peerId: PeerId; readonly signal: LiveStroke | Laser }
  | { readonly peerId: null; readonly signal: Voices };
