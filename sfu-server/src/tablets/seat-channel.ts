import { DATAGRAM_MAX_BYTES, type SeatId } from '@tongke/shared-types';
import type { EngineChannel } from '../media/engine.ts';
import { SeatAllowance } from './seat-allowance.ts';

/** A channel that has not come up by then will not: UDP does not get through. */
const CONNECT_MS = 20_000;

export type ChannelEnd = 'never-connected' | 'connection-closed' | 'flooded';

export interface SeatChannelOptions {
  readonly seatId: SeatId;
  /** Stands for the device that opened it. */
  readonly holder: string;
  readonly number: number;
  readonly engine: EngineChannel;
  readonly deliver: (message: Uint8Array) => void;
  /** It ended by itself; never called after `close`. */
  readonly onEnded: (cause: ChannelEnd) => void;
}

/** The data channel of one seat. */
export class SeatChannel {
  readonly seatId: SeatId;
  readonly holder: string;
  readonly number: number;
  readonly #engine: EngineChannel;
  readonly #options: SeatChannelOptions;
  readonly #allowance = new SeatAllowance(performance.now());
  readonly #late: NodeJS.Timeout;
  #closed = false;

  constructor(options: SeatChannelOptions) {
    this.seatId = options.seatId;
    this.holder = options.holder;
    this.number = options.number;
    this.#options = options;
    this.#engine = options.engine;
    this.#engine.onMessage((message) => this.#received(message));
    this.#engine.onGone(() => this.#end('connection-closed'));
    this.#late = setTimeout(() => {
      if (!this.#engine.connected) this.#end('never-connected');
    }, CONNECT_MS);
  }

  send(message: Uint8Array): void {
    if (!this.#closed && message.byteLength <= DATAGRAM_MAX_BYTES) this.#engine.send(message);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#late);
    this.#engine.close();
  }

  /** [DP4] */
  #received(message: Uint8Array): void {
    if (this.#closed) return;
    const verdict = this.#allowance.take(performance.now());
    if (verdict === 'flood') this.#end('flooded');
    if (verdict === 'pass' && message.byteLength > 0 && message.byteLength <= DATAGRAM_MAX_BYTES)
      this.#options.deliver(message);
  }

  #end(cause: ChannelEnd): void {
    if (this.#closed) return;
    this.close();
    this.#options.onEnded(cause);
  }
}
