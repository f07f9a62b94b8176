import { z } from 'zod';
import { id } from './id.ts';

/** The most by which a device's own lateness is believed, in ms. */
export const MOST_LATE_MS = 60;

const nonce = z.int().min(0).max(0xffff_ffff);
/** An instant on a page's own clock (`performance.now`), in ms: it begins when the page does. */
export const pageTime = z.number().min(0).max(1e10);

/** What signaling sends to a screen that can buzz, on the socket and as bytes on the data path. Never stored, never answered. */
export type TimingDown =
  /** To be answered at once by `pong`, on both paths. */
  | { readonly type: 'ping'; readonly nonce: number }
  /** What will be shown at the start, sealed; to be answered by `cued` as soon as it can be opened. */
  | { readonly type: 'cue'; readonly roundId: string; readonly sealed: Uint8Array }
  /** The round has started: 32 bytes that open the cue. */
  | { readonly type: 'key'; readonly roundId: string; readonly key: Uint8Array };

const pong = z.strictObject({ type: z.literal('pong'), nonce });
const cued = z.strictObject({ type: z.literal('cued'), roundId: id });
/** When the frame that shows the cue was drawn. */
const shown = z.strictObject({ type: z.literal('shown'), roundId: id, at: pageTime });
/** How much later than it says a device shows and feels, from its own test; a claim, and bounded. */
const device = z.strictObject({ type: z.literal('device'), late: z.number().min(0).max(MOST_LATE_MS) });
/** The copy of a press on the data path; `id` is that of the command on the socket, and so is the rest. */
const press = z.strictObject({
  type: z.literal('press'),
  id,
  roundId: id,
  shown: pageTime.nullable(),
  pressed: pageTime,
});

/** What a screen sends on the socket. */
export const timingUp = z.discriminatedUnion('type', [pong, cued, shown, device]);
export type TimingUp = z.infer<typeof timingUp>;

/** What a tablet sends on the data path. */
export const timingDatagram = z.discriminatedUnion('type', [pong, cued, shown, press]);
export type TimingDatagram = z.infer<typeof timingDatagram>;
