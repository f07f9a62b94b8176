import type {
  ConsumerOffer,
  DtlsParameters,
  IceServer,
  RtpCapabilities,
  RtpParameters,
  TrackId,
  TrackSource,
  TransportOffer,
} from '@tongke/shared-types';
import type { Encoding } from './encodings.ts';
import type { Identity } from './identity.ts';

export type TransportState = 'new' | 'connecting' | 'connected' | 'disconnected' | 'failed' | 'closed';

/** What every transport can do, whichever way packets go. */
export interface Transport {
  readonly id: string;
  state(): TransportState;
  onState(listener: (state: TransportState) => void): void;
  restartIce(iceParameters: unknown): Promise<void>;
  stats(): Promise<RTCStatsReport>;
  close(): void;
}

/** A track on its way to the SFU. */
export interface Sending {
  readonly trackId: TrackId;
  pause(): void;
  resume(): void;
  /** Sends only the lowest of a camera's layers, or all again. */
  onlyLowest(only: boolean): Promise<void>;
  replace(track: MediaStreamTrack): Promise<void>;
  close(): void;
}

export interface SendTransport extends Transport {
  /** Rejects with `RefusedBySfu` when the SFU or the rules say no. */
  produce(
    track: MediaStreamTrack,
    options: {
      readonly source: TrackSource;
      readonly encodings?: readonly Encoding[];
      /** [VO3] The protected form of the voice that is sent as this track. */
      readonly shelters?: TrackId;
    },
  ): Promise<Sending>;
  /** Sends a voice that is no track: `open` asks the SFU for it, and answers its id there. */
  produceLoop(track: MediaStreamTrack, open: OpenLoop): Promise<{ close(): void }>;
}

/** A track from the SFU. */
export interface Receiving {
  readonly consumerId: string;
  readonly track: MediaStreamTrack;
  /** When something of it was last played, epoch ms; null before. Only of a voice. */
  playedAt(): number | null;
  close(): void;
}

export interface ReceiveTransport extends Transport {
  /** `sheltered`: the protected form of a voice, which is waited for. */
  consume(offer: ConsumerOffer, sheltered?: boolean): Promise<Receiving>;
}

export type OpenLoop = (transportId: string, rtpParameters: RtpParameters) => Promise<TrackId>;
export type Connect = (transportId: string, dtlsParameters: DtlsParameters) => Promise<void>;
export type Produce = (
  transportId: string,
  source: TrackSource,
  rtpParameters: RtpParameters,
  shelters?: TrackId,
) => Promise<TrackId>;

/** What the SFU offers, and the servers around a firewall. */
export type Opening = TransportOffer & { readonly iceServers: readonly IceServer[] };

/** The browser's media machinery behind a small port, so that the rest can be tried with a fake. */
export interface MediaEngine {
  readonly rtpCapabilities: RtpCapabilities;
  openSend(offer: Opening, signaling: { readonly connect: Connect; readonly produce: Produce }): SendTransport;
  openReceive(offer: Opening, connect: Connect): ReceiveTransport;
}

/** Transports show this identity's certificate, or with null one of their own. */
export type LoadEngine = (router: RtpCapabilities, identity: Identity | null) => Promise<MediaEngine>;
