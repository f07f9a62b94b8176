import { z } from 'zod';
import type { TrackId } from '../ids.ts';
import type { UplinkRung } from '../ladder/rungs.ts';
import { TRACK_SOURCES, type TrackSource } from '../lesson/state.ts';
import type { Refused } from '../refusals.ts';
import { id } from './id.ts';
import type { LinkHealth } from './link-health.ts';
import { dtlsParameters, type RtpCapabilities, type RtpParameters, rtpCapabilities, rtpParameters } from './rtp.ts';

const source = z.enum(TRACK_SOURCES);

/** What a browser still has of an earlier join; `restart` names those transports through which nothing gets any longer. */
export const mediaKept = z.strictObject({
  sfuId: id,
  transportIds: z.array(id).max(2),
  restart: z.array(id).max(2).optional(),
});

/**
 * What a lead teacher or a board asks of the SFU, through signaling. One `media.join` brings everything that a peer
 * needs; with `have`, transports that the SFU still holds are kept, so that media outlives signaling.
 */
export const mediaRequest = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('media.join'),
    have: mediaKept.nullable(),
    /** Known beforehand: new transports are connected to it at once, and `media.connect` is not needed. */
    dtlsParameters: dtlsParameters.optional(),
  }),
  /** What this browser can receive; needed before the first `media.consume`. */
  z.strictObject({ type: z.literal('media.capabilities'), rtpCapabilities }),
  z.strictObject({ type: z.literal('media.connect'), transportId: id, dtlsParameters }),
  z.strictObject({ type: z.literal('media.restart-ice'), transportId: id }),
  z.strictObject({ type: z.literal('media.produce'), transportId: id, source, rtpParameters }),
  /** [VO3] The protected form of the own voice, beside the plain one of this track; ends with it, or by `track.shelter`. */
  z.strictObject({ type: z.literal('media.shelter'), transportId: id, trackId: id, rtpParameters }),
  z.strictObject({ type: z.literal('media.unproduce'), trackId: id }),
  /** [AU4] Before the lesson: sends the own voice to the SFU, which brings it back to this peer alone; it flows at once, for 20 s at most. */
  z.strictObject({ type: z.literal('media.loop'), transportId: id, rtpParameters }),
  z.strictObject({ type: z.literal('media.loop-close') }),
  /** Consumers come paused; `media.resume` is the acknowledgement that the browser is ready for packets. */
  z.strictObject({ type: z.literal('media.consume'), trackIds: z.array(id).min(1).max(16) }),
  z.strictObject({ type: z.literal('media.resume'), consumerIds: z.array(id).min(1).max(16) }),
  z.strictObject({ type: z.literal('media.pause'), consumerIds: z.array(id).min(1).max(16) }),
  z.strictObject({ type: z.literal('media.layer'), consumerId: id, spatialLayer: z.int().min(0).max(2) }),
  z.strictObject({ type: z.literal('media.unconsume'), consumerId: id }),
  /** How the link of a classroom does now: for the lead teacher. */
  z.strictObject({ type: z.literal('media.health'), peerId: id }),
]);
export type MediaRequest = z.infer<typeof mediaRequest>;
export type MediaRequestType = MediaRequest['type'];

/** Parameters for mediasoup-client's `createSendTransport` and `createRecvTransport`; opaque to everything between. */
export interface TransportOffer {
  readonly id: string;
  readonly iceParameters: unknown;
  readonly iceCandidates: unknown;
  readonly dtlsParameters: unknown;
}

/** A server through which media may go where no direct way is open, as `RTCIceServer`. */
export interface IceServer {
  readonly urls: readonly string[];
  readonly username: string;
  readonly credential: string;
}

export interface ConsumerOffer {
  readonly consumerId: string;
  readonly trackId: TrackId;
  readonly kind: 'audio' | 'video';
  readonly rtpParameters: RtpParameters;
}

export interface MediaReplies {
  'media.join': {
    /** Changes when the SFU's process or this lesson's worker was replaced: everything must be made anew. */
    readonly sfuId: string;
    readonly routerRtpCapabilities: RtpCapabilities;
    readonly kept: boolean;
    /** Null when kept. The send transport is null for who may never publish. */
    readonly send: TransportOffer | null;
    readonly receive: TransportOffer | null;
    /** [WL11] Null when kept: a stream of few and small packets, to be received and not shown. */
    readonly beacon: ConsumerOffer | null;
    /** What the SFU still has of this peer. */
    readonly trackIds: readonly TrackId[];
    /** Those of them that somebody watches now; a `track.watched` that came since the join was asked is newer. */
    readonly watchedTrackIds: readonly TrackId[];
    readonly consumerIds: readonly string[];
    /** Pictures among them that the link does not carry now. */
    readonly heldConsumerIds: readonly string[];
    /** What to send of the camera now; a notice `uplink` that came since the join was asked is newer. */
    readonly uplink: UplinkRung;
    /** Of a kept place: new ICE parameters by transport, for those that were named in `restart`. */
    readonly iceParameters?: Readonly<Record<string, unknown>>;
    /** Where the school has a TURN server. */
    readonly iceServers?: readonly IceServer[];
  };
  'media.capabilities': Record<string, never>;
  'media.connect': Record<string, never>;
  'media.restart-ice': { readonly iceParameters: unknown };
  'media.produce': { readonly trackId: TrackId };
  /** The id of the protected form. */
  'media.shelter': { readonly trackId: TrackId };
  'media.unproduce': Record<string, never>;
  'media.loop': { readonly consumer: ConsumerOffer };
  'media.loop-close': Record<string, never>;
  /** Tracks that are gone or not for this peer are left out. */
  'media.consume': { readonly consumers: readonly ConsumerOffer[] };
  'media.resume': Record<string, never>;
  'media.pause': Record<string, never>;
  'media.layer': Record<string, never>;
  'media.unconsume': Record<string, never>;
  'media.health': LinkHealth;
}

export type MediaReply<T extends MediaRequestType = MediaRequestType> =
  | { readonly ok: true; readonly result: MediaReplies[T] }
  | Refused;

/** What signaling tells a peer about its media. */
export type MediaNotice =
  /** [MD5] Paused consumers of tracks that this peer will want, unasked; asked for, they are the same. */
  | { readonly type: 'consumers.offered'; readonly consumers: readonly ConsumerOffer[] }
  | { readonly type: 'consumer.closed'; readonly consumerId: string }
  /** [WL5] The link does not carry a wanted picture, or carries it again: nothing is to be asked, it pauses and goes on by itself. */
  | { readonly type: 'consumer.held'; readonly consumerId: string; readonly held: boolean }
  /** [VO2] The protected form of a voice that is received, paused; played from when it comes. May be said again until it was resumed. */
  | { readonly type: 'consumer.shelter'; readonly offer: ConsumerOffer }
  | { readonly type: 'track.closed'; readonly trackId: TrackId; readonly source: TrackSource }
  /** [VO3] Whether this voice is to be sent in its protected form too; `alone`: in that form only. May be said again. */
  | { readonly type: 'track.shelter'; readonly trackId: TrackId; readonly on: boolean; readonly alone: boolean }
  /** Whether anybody watches this peer's track: an unwatched camera need not be sent. */
  | { readonly type: 'track.watched'; readonly trackId: TrackId; readonly watched: boolean }
  /** What to send of the camera from now on. */
  | { readonly type: 'uplink'; readonly rung: UplinkRung }
  /** The worker or the SFU was replaced: join again. */
  | { readonly type: 'media.lost' };
