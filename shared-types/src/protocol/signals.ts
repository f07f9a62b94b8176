import { z } from 'zod';
import { id } from './id.ts';

/** The state of a link in words, from best to worst: 良好 / 省流 / 只有声音; "gone" is known from presence. */
export const LINK_STATES = ['good', 'saving', 'audio-only'] as const;

/** Largest still picture of a room, in bytes (JPEG, about 160×90). */
export const STILL_MAX_BYTES = 16_384;

/** Latest wins, never stored, may be lost. The server adds the classroom and passes it to those who may see it. */
export const signal = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('link'), state: z.enum(LINK_STATES) }),
  /** A board's picture for the lead teacher's tile while its video is not shown there. */
  z.strictObject({
    type: z.literal('still'),
    jpeg: z.instanceof(Uint8Array).refine((b) => b.byteLength <= STILL_MAX_BYTES),
  }),
]);
export type Signal = z.infer<typeof signal>;
export type LinkState = (typeof LINK_STATES)[number];

/** A signal on its way to a screen. */
export const relayedSignal = z.strictObject({ classroomId: id, signal });
export type RelayedSignal = z.infer<typeof relayedSignal>;
