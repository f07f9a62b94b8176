import type { LossModel } from './loss-chain.ts';

/** What one direction of an emulated link does to packets. All times in ms; whatever is left out does nothing. */
export interface Way {
  /** What every packet takes. */
  readonly delayMs: number;
  /** Mean of what comes on top, exponentially distributed. */
  readonly jitterMs?: number;
  readonly loss?: LossModel;
  /** This share of the packets comes so much later and is overtaken meanwhile. In a byte stream what follows waits for it. */
  readonly late?: { readonly share: number; readonly byMs: number };
  /** This share of the datagrams arrives twice. A byte stream never shows it. */
  readonly duplicated?: number;
  readonly rate?: Rate;
}

/** A token bucket with a queue before it. */
interface Rate {
  readonly bytesPerSecond: number;
  /** What passes at once after a pause; 3,000 bytes unless told. */
  readonly burstBytes?: number;
  /** Datagrams that find more than this waiting are dropped; a byte stream's sender is held back. 65,536 bytes unless told. */
  readonly queueBytes?: number;
}

/** Nothing passes in either direction between these instants of the clock by which packets are timed (performance.now). */
interface Outage {
  readonly from: number;
  readonly until: number;
}

/** The state of an emulated link, shared by its TCP and UDP relays; change it while they run. Both ways are alike but for what is named apart. */
export interface Link extends Mutable<Way> {
  /** False: nothing passes in either direction, as when the cable is out. */
  up: boolean;
  toServer?: Partial<Way>;
  toClient?: Partial<Way>;
  /** Cuts that come by themselves. */
  outages?: readonly Outage[];
  /** The same seed and the same packets have the same fate; 1 unless told. */
  readonly seed?: number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export interface Endpoint {
  readonly host: string;
  readonly port: number;
}

export interface Relay {
  readonly port: number;
  close(): Promise<void>;
}
