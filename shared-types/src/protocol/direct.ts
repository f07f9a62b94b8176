import { z } from 'zod';
import { BLOB_BYTES, BLOB_HASH } from '../http/blobs.ts';
import type { LessonState } from '../lesson/state.ts';
import { envelope } from './commands.ts';
import { id } from './id.ts';
import type { CommandReply } from './server-messages.ts';

/** [BR8] How both ends make the direct channel of a board and a tablet: agreed beforehand, in order, sent again until it is there. */
export const DIRECT_CHANNEL = { negotiated: true, id: 0 } as const;
/** What each end calls it by itself, to tell it from the one to the server. */
export const DIRECT_LABEL = 'direct';
/** The longest message that a board takes from a tablet, and a tablet from its board, in bytes. */
export const DIRECT_BYTES = { up: 8_192, down: 262_144 } as const;
/** [BR13] A picture travels in pieces of so many bytes, so that what is answered or pressed meanwhile waits for one of them at most. */
export const PIECE_BYTES = 32_768;

/** An address of the own network, or the name that the browser gives in its place (mDNS). */
const address = z.string().regex(/^(?:[0-9]{1,3}(?:\.[0-9]{1,3}){3}|[0-9A-Fa-f:]{2,39}|[0-9A-Fa-f-]{36}\.local)$/);
const iceWord = (least: number) => z.string().regex(new RegExp(`^[A-Za-z0-9+/]{${least},256}$`));

/** What one end says of itself: enough for a data channel on one network, and for nothing else. */
const directEnd = z.strictObject({
  ice: z.strictObject({ usernameFragment: iceWord(4), password: iceWord(22) }),
  fingerprint: z.strictObject({
    algorithm: z.literal('sha-256'),
    value: z.string().regex(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/),
  }),
  candidates: z
    .array(
      z.strictObject({
        foundation: z.string().regex(/^[A-Za-z0-9+/]{1,32}$/),
        priority: z.int().min(1).max(0xffffffff),
        address,
        port: z.int().min(1).max(65_535),
      }),
    )
    .min(1)
    .max(16),
});
export type DirectEnd = z.infer<typeof directEnd>;

/** [BR8] A tablet calls the board of its room; the board answers the seat that called. `linkId` is the call's. */
export const directCall = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('offer'), linkId: id, end: directEnd }),
  z.strictObject({ type: z.literal('answer'), linkId: id, seatId: id, end: directEnd }),
]);
export type DirectCall = z.infer<typeof directCall>;

/** What the server brings: to a board with the seat that it knows; to a tablet the answer. */
export type DirectNotice =
  | { readonly type: 'offer'; readonly linkId: string; readonly seatId: string; readonly end: DirectEnd }
  | { readonly type: 'answer'; readonly linkId: string; readonly end: DirectEnd }
  /** To a board: the seat is not any longer the tablet's that called. */
  | { readonly type: 'over'; readonly seatId: string };

/** [BR9] What a tablet says to its board: commands of the branch that runs there, and what it wants to show. */
export const directUp = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('command'), envelope }),
  // [BR13] A piece of the picture of its question, from this byte on.
  z.strictObject({
    type: z.literal('picture'),
    hash: z.string().regex(BLOB_HASH),
    from: z.int().min(0).max(BLOB_BYTES),
  }),
]);
export type DirectUp = z.infer<typeof directUp>;

/** What a board says to a tablet. */
export type DirectDown =
  /** The branch as this seat may see it; `lessonId` is what its commands must name. */
  | { readonly type: 'branch'; readonly lessonId: string; readonly view: LessonState }
  /** No branch runs here. */
  | { readonly type: 'over' }
  | { readonly type: 'reply'; readonly id: string; readonly reply: CommandReply }
  | PicturePiece;

/** [BR13] Bytes of a picture from byte `from` on, in base64. `bytes` is how many it has in all; 0 where the board has none for this seat. */
export interface PicturePiece {
  readonly type: 'piece';
  readonly hash: string;
  readonly from: number;
  readonly bytes: number;
  readonly data: string;
}
