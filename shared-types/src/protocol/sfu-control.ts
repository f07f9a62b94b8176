import { z } from 'zod';
import type { PeerId, SeatId, TrackId } from '../ids.ts';
import { RUNGS, type Rung, UPLINK_RUNGS, type UplinkRung } from '../ladder/rungs.ts';
import { TRACK_SOURCES, type TrackSource } from '../lesson/state.ts';
import type { VoiceLevel } from '../lesson/voices/who-speaks.ts';
import type { Refused } from '../refusals.ts';
import type { DataOffer } from './data-channel.ts';
import { id } from './id.ts';
import type { LinkHealth } from './link-health.ts';
import { type ConsumerOffer, type MediaReplies, mediaKept } from './media.ts';
import { dtlsParameters, rtpCapabilities, rtpParameters } from './rtp.ts';

/** The best rungs that a peer's link may stand on. */
const ceiling = { down: z.enum(RUNGS), up: z.enum(UPLINK_RUNGS) };
const source = z.enum(TRACK_SOURCES);
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
    have: mediaKept.nullable(),
    dtlsParameters: dtlsParameters.optional(),
    /** None unless told. */
    ceiling: z.strictObject(ceiling).optional(),
  }),
  /** From now on; the join says it for the time before. */
  of('peer.ceiling', { peerId: id, ...ceiling }),
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
  /** [VO3] The protected form of the voice of this track, from the same microphone; it ends with it. */
  of('producer.shelter', { peerId: id, transportId: id, trackId: id, rtpParameters }),
  of('producer.close', { peerId: id, trackId: id }),
  /** [AU4] Sends a voice and brings it back to the same peer, and to nobody else: it needs no grant, is no track, and ends by itself after 20 s. */
  of('loop.open', { peerId: id, transportId: id, rtpParameters }),
  of('loop.close', { peerId: id }),
  of('consumer.open', { peerId: id, trackIds: z.array(id).min(1).max(16) }),
  of('consumer.resume', { peerId: id, consumerIds: z.array(id).min(1).max(16) }),
  of('consumer.pause', { peerId: id, consumerIds: z.array(id).min(1).max(16) }),
  of('consumer.layer', { peerId: id, consumerId: id, spatialLayer: z.int().min(0).max(2) }),
  of('consumer.close', { peerId: id, consumerId: id }),
  /** What a peer's browser says of its link: see the signal `link`. */
  of('peer.link', {
    peerId: id,
    concealment: z.number().min(0).max(1).nullable(),
    outgoing: z.number().nonnegative().nullable(),
    roundTrip: z.number().nonnegative().nullable().optional(),
  }),
  /** How its link does now. */
  of('peer.health', { peerId: id }),
  /** Closes every consumer of these tracks except those of the named peers: the turn is over, the room is heard no longer. */
  of('track.audience', { trackId: id, peerIds: z.array(id).max(256) }),
  /** [FL19] Of these peers' microphones the three loudest reach others than `always`, who receive all; none ends that. */
  of('chorus.set', { peerIds: z.array(id).max(64), always: z.array(id).max(8) }),
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
  /** Of the peers whose links were seen. */
  readonly rungs: readonly PeerRungs[];
}

/** A data channel that a seat has. */
export interface SfuChannel {
  readonly lessonId: string;
  readonly seatId: SeatId;
  readonly holder: string;
  /** Its number at this SFU process; never given twice. */
  readonly channel: number;
}

/** Where a peer's link stands: what it receives, and what of its camera it sends. */
export interface PeerRungs {
  readonly peerId: PeerId;
  readonly down: Rung;
  readonly up: UplinkRung;
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
  'producer.shelter': { readonly trackId: TrackId };
  'producer.close': Nothing;
  'loop.open': MediaReplies['media.loop'];
  'loop.close': Nothing;
  'consumer.open': { readonly consumers: readonly ConsumerOffer[] };
  'consumer.resume': Nothing;
  'consumer.pause': Nothing;
  'consumer.layer': Nothing;
  'consumer.close': Nothing;
  'peer.ceiling': Nothing;
  'peer.link': Nothing;
  'peer.health': LinkHealth;
  'track.audience': Nothing;
  'chorus.set': Nothing;
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
  /** A wanted picture pauses or goes on because of the link. */
  | {
      readonly type: 'consumer.held';
      readonly lessonId: string;
      readonly peerId: PeerId;
      readonly consumerId: string;
      readonly held: boolean;
    }
  /** [VO2] A paused consumer of the protected form of a voice, which the offer's track names; `consumer.closed` ends it. */
  | {
      readonly type: 'consumer.shelter';
      readonly lessonId: string;
      readonly peerId: PeerId;
      readonly offer: ConsumerOffer;
    }
  /**
   * [VO3] [VO5] Whether the protected form of this voice is needed; what there was of it has ended with `false`. `alone`: the plain one rests.
   * Said again until it is so.
   */
  | {
      readonly type: 'track.shelter';
      readonly lessonId: string;
      readonly peerId: PeerId;
      readonly trackId: TrackId;
      readonly on: boolean;
      readonly alone: boolean;
    }
  /** A link stands elsewhere: told once, by itself, never for a try. */
  | ({ readonly type: 'peer.rungs'; readonly lessonId: string } & PeerRungs)
  /** What a peer is to send of its camera from now on; for a try too. */
  | { readonly type: 'peer.uplink'; readonly lessonId: string; readonly peerId: PeerId; readonly rung: UplinkRung }
  /** [AU1] How loud the microphones are that are not silent, several times a second; once with none when all fall silent. */
  | { readonly type: 'voices'; readonly lessonId: string; readonly voices: readonly VoiceLevel[] }
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
