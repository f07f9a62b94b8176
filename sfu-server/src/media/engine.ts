import type {
  ConsumerOffer,
  DataOffer,
  DtlsParameters,
  RtpCapabilities,
  RtpParameters,
  TransportOffer,
} from '@tongke/shared-types';
import type { Result } from './result.ts';

/**
 * The port to the media engine: all that lessons need of it. Verbs that carry a browser's parameters answer a refusal where the engine
 * does not take them; any other rejection means that the worker below is gone.
 */
export interface Engine {
  /**
   * Starts a worker process on this port (0: any), UDP and TCP, or UDP alone where it serves tablets; rejects with `MediaPortInUse` or
   * with what went wrong.
   */
  startWorker(port: number, serves: Serves): Promise<EngineWorker>;
}

/** Whom a worker is for: boards and teachers, or the data channels of tablets. */
export type Serves = 'media' | 'tablets';

export interface EngineWorker {
  readonly pid: number;
  /** Routers that are open or about to be. */
  readonly load: number;
  readonly alive: boolean;
  openRouter(): Promise<EngineRouter>;
  /** Called once when the process dies by itself; never after `close`. */
  onDeath(listener: () => void): void;
  close(): void;
}

/** One lesson's media. Closing it closes everything in it. */
export interface EngineRouter {
  readonly rtpCapabilities: RtpCapabilities;
  openTransport(direction: 'send' | 'receive'): Promise<EngineTransport>;
  /** A data channel with a browser that shows this certificate. UDP only. */
  openChannel(dtlsParameters: DtlsParameters): Promise<Result<EngineChannel>>;
  canConsume(producerId: string, rtpCapabilities: RtpCapabilities): boolean;
  /** How loud microphones are, several times a second. */
  openLevels(): Promise<EngineLevels>;
  /** Called once when the worker dies below it; never after `close`. */
  onLost(listener: () => void): void;
  close(): void;
}

/** A browser's connection in one direction; `send` is what the browser sends. */
export interface EngineTransport {
  readonly offer: TransportOffer;
  /** [WL11] A stream that the engine makes itself; only where the browser receives. */
  readonly beacon: ConsumerOffer | null;
  /** Whether the beacon pauses; it runs at first. */
  restBeacon(rests: boolean): Promise<void>;
  /** False once it was closed by either side. */
  readonly usable: boolean;
  /** Called once when the browser ended the connection; never after `close`. */
  onGone(listener: () => void): void;
  /** Once; asked again with the same parameters, for the answer may have been lost, it changes nothing. */
  connect(dtlsParameters: DtlsParameters): Promise<Result<Record<string, never>>>;
  restartIce(): Promise<unknown>;
  produce(kind: 'audio' | 'video', rtpParameters: RtpParameters): Promise<Result<EngineProducer>>;
  /** The consumer comes paused. */
  consume(producerId: string, rtpCapabilities: RtpCapabilities): Promise<Result<EngineConsumer>>;
  measure(): Promise<Measured>;
  /** The most that is sent to the browser, in bit/s, probing included; null takes the limit away. */
  limit(bitrate: number | null): Promise<void>;
  close(): void;
}

/** One browser's data channel, as `DATA_CHANNEL` describes it, between that browser and this server alone. */
export interface EngineChannel {
  readonly offer: DataOffer;
  /** True once messages can pass. */
  readonly connected: boolean;
  /** Fire and forget: what does not get through is lost. */
  send(message: Uint8Array): void;
  onMessage(listener: (message: Uint8Array) => void): void;
  /** Called once when the browser ended the connection or was silent for 30 s; never after `close`. */
  onGone(listener: () => void): void;
  close(): void;
}

/** What a transport did lately, in bit/s and as shares from 0 to 1. */
export interface Measured {
  readonly received: number;
  readonly lossReceived: number;
  readonly sent: number;
  /** How much would fit on the way to the browser; null before the congestion control has seen any traffic. */
  readonly available: number | null;
  readonly lossSent: number;
}

export interface EngineLevels {
  /** Once more changes nothing; rejects for a producer that is gone. A closed producer leaves by itself. */
  add(producerId: string): Promise<void>;
  /** Those that are heard, in dBov (0 is the loudest); an empty list when it is silent. */
  onLevels(listener: (levels: readonly { readonly trackId: string; readonly volume: number }[]) => void): void;
  close(): void;
}

/** How a stream gets through, by its receiver's reports (RTCP). */
export interface Reported {
  /** Packets that went on their way so far; one that was sent again counts again. */
  readonly tried: number;
  /** Those of them that were lost, by the latest report. */
  readonly lost: number;
  /** Another text where there was another report. */
  readonly report: string;
}

export interface EngineProducer {
  readonly id: string;
  /** Simulcast layers that it was announced with. */
  readonly layers: number;
  /** How well the best of its layers arrives, 0 (nothing) to 10. */
  readonly score: number;
  /** What arrives of each layer, in bit/s; 0 for one that is not sent. */
  measure(): Promise<readonly number[]>;
  /** How it arrives here. Of one stream: a voice. */
  reported(): Promise<Reported>;
  /** Called whenever less of it arrives than before: its `score` has fallen. */
  onWorse(listener: () => void): void;
  close(): void;
}

export interface EngineConsumer {
  readonly id: string;
  readonly kind: 'audio' | 'video';
  readonly rtpParameters: RtpParameters;
  resume(): Promise<void>;
  pause(): Promise<void>;
  /** The highest simulcast and temporal layer to forward; without meaning for a track that has one layer. */
  prefer(layers: { readonly spatialLayer: number; readonly temporalLayer: number }): Promise<void>;
  /** 1 to 255: among the videos of a transport the higher gets bits first. Without meaning for a voice, which is always forwarded. */
  prioritize(priority: number): Promise<void>;
  /** How it arrives in the browser. */
  reported(): Promise<Reported>;
  /** Called whenever it goes worse than before: its browser reports more losses, or only a lower layer fits. */
  onWorse(listener: () => void): void;
  close(): void;
}
