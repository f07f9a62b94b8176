import { z } from 'zod';
import type { PeerId, SeatId, TrackId } from '../ids.ts';
import type { TrackSource } from '../lesson/state.ts';
import type { Refused } from '../refusals.ts';
import type { DataOffer } from './data-channel.ts';
import { id } from './id.ts';
import type { ConsumerOffer, MediaReplies } from './media.ts';
import { dtlsParameters, rtpCapabilities, rtpParameters } from './rtp.ts';

const source = z.enum(['camera', 'microphone']);
/** Every verb names the lesson, and the epoch of the signaling node that owns it: the SFU answers an older one `not-allowed`. */
const of = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), lessonId: id, epoch: z.int().positive(), ...shape });

/** signaling → sfu-server. The same verbs as `media.*`, one level lower: permissions are decided before. */
export const sfuRequest = z.discriminatedUnion('type', [
  /** Opens the control link and lists what exists, to be reconciled with the log. */
  z.strictObject({ type: z.literal('attach'), secret: z.string().max(128) }),
  of('peer.join', {
    peerId: id,
    publishes: z.boolean(),
    have: z.strictObject({ sfuId: id, transportIds: z.array(id).max(2) }).nullable(),
    dtlsParameters: dtlsParameters.optional(),
  }),
  of('peer.close', { peerId: id }),
  of('lesson.close', {}),
  of('peer.capabilities', { peerId: id, rtpCapabilities }),
  of('transport.connect', { peerId: id, transportId: id, dtlsParameters }),
  of('transport.restart-ice', { peerId: id, transportId: id }),
  /** Without a grant nothing can be produced; `ttlMs` is counted and enforced by the SFU alone; null never runs out. */
  of('grant.set', { peerId: id, source, ttlMs: z.int().positive().max(86_400_000).nullable() }),
  /** Takes the grant back and closes what it allowed. */
  of('grant.clear', { peerId: id, source }),
  of('producer.open', { peerId: id, transportId: id, source, rtpParameters }),
  of('producer.close', { peerId: id, trackId: id }),
  of('consumer.open', { peerId: id, trackIds: z.array(id).min(1).max(16) }),
  of('consumer.resume', { peerId: id, consumerIds: z.array(id).min(1).max(16) }),
  of('consumer.pause', { peerId: id, consumerIds: z.array(id).min(1).max(16) }),
  of('consumer.layer', { peerId: id, consumerId: id, spatialLayer: z.int().min(0).max(2) }),
  of('consumer.close', { peerId: id, consumerId: id }),
  /** Closes every consumer of these tracks except those of the named peers: the turn is over, the room is heard no longer. */
  of('track.audience', { trackId: id, peerIds: z.array(id).max(256) }),
  /** [DP3] A tablet's data channel, tied to its seat; an older one of the seat ends. `holder` stands for the device, and is listed by `attach`. */
  of('data.open', { seatId: id, holder: id, dtlsParameters }),
  /** Ends this channel of the seat, and no newer one. */
  of('data.close', { seatId: id, channel: z.int().positive() }),
]);
export type SfuRequest = z.infer<typeof sfuRequest>;
export type SfuRequestType = SfuRequest['type'];

export interface SfuLesson {
  readonly lessonId: string;
  /** Of its room, as `peer.join` answers it: another one means that every peer must join again. */
  readonly sfuId: string;
  readonly tracks: readonly { readonly trackId: TrackId; readonly peerId: PeerId; readonly source: TrackSource }[];
}

/** A data channel that a seat has. */
export interface SfuChannel {
  readonly lessonId: string;
  readonly seatId: SeatId;
  readonly holder: string;
  /** Its number at this SFU process; never given twice. */
  readonly channel: number;
}

/** How a peer's media gets through, as the SFU sees it; null for a direction in which nothing goes. Bit/s, and shares from 0 to 1. */
export interface PeerQuality {
  readonly peerId: PeerId;
  /** What the browser sends. `picture` is the best score (0 to 10) of its camera's layers, null while nobody watches it. */
  readonly up: { readonly bitrate: number; readonly loss: number; readonly picture: number | null } | null;
  /** What it receives: how much would fit, how much of it is lost, and the worst score (0 to 10) of what runs. */
  readonly down: { readonly available: number; readonly loss: number; readonly score: number } | null;
}

type Nothing = Record<string, never>;

export interface SfuReplies {
  attach: {
    readonly sfuId: string;
    readonly lessons: readonly SfuLesson[];
    readonly channels: readonly SfuChannel[];
  };
  'peer.join': MediaReplies['media.join'];
  'peer.close': Nothing;
  'lesson.close': Nothing;
  'peer.capabilities': Nothing;
  'transport.connect': Nothing;
  'transport.restart-ice': { readonly iceParameters: unknown };
  'grant.set': Nothing;
  'grant.clear': Nothing;
  'producer.open': { readonly trackId: TrackId };
  'producer.close': Nothing;
  'consumer.open': { readonly consumers: readonly ConsumerOffer[] };
  'consumer.resume': Nothing;
  'consumer.pause': Nothing;
  'consumer.layer': Nothing;
  'consumer.close': Nothing;
  'track.audience': Nothing;
  'data.open': { readonly channel: number; readonly offer: DataOffer };
  'data.close': Nothing;
}

export type SfuReply<T extends SfuRequestType = SfuRequestType> =
  | { readonly ok: true; readonly result: SfuReplies[T] }
  | Refused;

/** sfu-server → signaling. */
export type SfuNotice =
  | {
      readonly type: 'track.closed';
      readonly lessonId: string;
      readonly peerId: PeerId;
      readonly trackId: TrackId;
      readonly source: TrackSource;
      readonly cause: string;
    }
  | {
      readonly type: 'track.watched';
      readonly lessonId: string;
      readonly peerId: PeerId;
      readonly trackId: TrackId;
      readonly watched: boolean;
    }
  | {
      readonly type: 'consumer.closed';
      readonly lessonId: string;
      readonly peerId: PeerId;
      readonly consumerId: string;
    }
  /** Every 10 s, of each lesson in which something is sent. */
  | { readonly type: 'lesson.quality'; readonly lessonId: string; readonly peers: readonly PeerQuality[] }
  /** A worker died: its lessons come back on another one, every peer joins again. */
  | { readonly type: 'lesson.lost'; readonly lessonId: string }
  /** A data channel ended for a reason that signaling does not know. */
  | ({ readonly type: 'data.closed'; readonly cause: string } & Omit<SfuChannel, 'holder'>)
  /** The tablets' worker died: all data channels of the lesson are gone. */
  | { readonly type: 'data.lost'; readonly lessonId: string };

/** The control link's Socket.IO events. Datagrams come in packs of `datagram-lane.ts`; they wait for no verb, and may be lost. */
export interface SfuClientToServer {
  request: (request: unknown, reply: (answer: SfuReply) => void) => void;
  datagrams: (pack: Uint8Array) => void;
}
export interface SfuServerToClient {
  notice: (notice: SfuNotice) => void;
  datagrams: (pack: Uint8Array) => void;
}
