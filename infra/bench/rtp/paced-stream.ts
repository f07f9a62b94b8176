import { protect } from '../../mediasoup-worker/smoke/srtp.mjs';
import { afterWraps } from './after-wraps.ts';
import type { MediaPeer } from './open-peer.ts';

/** Never more than this is caught up with, in ms: a burst would tell the links something else. */
const MOST_LATE_MS = 200;

/** A stream that a peer sends at a pace that may change at any time. */
export class PacedStream {
  readonly #peer: MediaPeer;
  readonly #packet: (sequence: number) => Buffer;
  #packetsPerSecond = 0;
  #due = 0;
  #lastMs: number | null = null;
  #sent = 0;

  /** `packet` builds the packet of a sequence number that counts from 0 and does not wrap. */
  constructor(peer: MediaPeer, packet: (sequence: number) => Buffer) {
    this.#peer = peer;
    this.#packet = packet;
  }

  get sent(): number {
    return this.#sent;
  }

  pace(packetsPerSecond: number): void {
    this.#packetsPerSecond = packetsPerSecond;
  }

  /** Sends what is due. Call it every few ms; `nowMs` is of a monotonic clock. */
  tick(nowMs: number): void {
    const elapsed = Math.min(MOST_LATE_MS, nowMs - (this.#lastMs ?? nowMs));
    this.#lastMs = nowMs;
    this.#due += (elapsed / 1_000) * this.#packetsPerSecond;
    for (; this.#due >= 1; this.#due -= 1) {
      const keys = afterWraps(this.#peer.sending.rtp, this.#sent >>> 16);
      this.#peer.socket.send(protect(keys, this.#packet(this.#sent)));
      this.#sent += 1;
    }
  }
}
