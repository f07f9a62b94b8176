import { z } from 'zod';

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

/** A still on its way to a screen. */
export interface RelayedSignal {
  readonly peerId: string;
  readonly signal: Still;
}
