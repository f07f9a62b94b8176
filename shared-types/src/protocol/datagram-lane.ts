import { DATAGRAM_MAX_BYTES } from './data-channel.ts';

/** A message of a tablet, or for one, with the SFU's number of its channel. */
export interface Datagram {
  readonly channel: number;
  readonly message: Uint8Array;
}

/** In front of each message: the channel in four bytes, its length in two, both big endian. */
const HEAD_BYTES = 6;
/** Bytes of a pack: far below what a control link takes at once. */
export const PACK_MAX_BYTES = 65_536;

/**
 * [DP6] The way of datagrams over the control link: what is pushed in one turn of the event loop leaves at its end, in one message. A
 * whole school that is sent its key, or answers, costs one message so and not thousands; nobody waits for anything that is still to come.
 */
export class DatagramLane {
  readonly #carry: (pack: Uint8Array) => void;
  readonly #atEndOfTurn: (run: () => void) => void;
  #waiting: Datagram[] = [];
  #bytes = 0;

  /** `atEndOfTurn` is `queueMicrotask`. */
  constructor(carry: (pack: Uint8Array) => void, atEndOfTurn: (run: () => void) => void) {
    this.#carry = carry;
    this.#atEndOfTurn = atEndOfTurn;
  }

  push(datagram: Datagram): void {
    const bytes = HEAD_BYTES + datagram.message.byteLength;
    if (this.#bytes + bytes > PACK_MAX_BYTES) this.#leave();
    if (this.#waiting.length === 0) this.#atEndOfTurn(() => this.#leave());
    this.#waiting.push(datagram);
    this.#bytes += bytes;
  }

  #leave(): void {
    if (this.#waiting.length === 0) return;
    const pack = packDatagrams(this.#waiting, this.#bytes);
    this.#waiting = [];
    this.#bytes = 0;
    this.#carry(pack);
  }
}

function packDatagrams(datagrams: readonly Datagram[], bytes: number): Uint8Array {
  const pack = new Uint8Array(bytes);
  const view = new DataView(pack.buffer);
  let at = 0;
  for (const { channel, message } of datagrams) {
    view.setUint32(at, channel);
    view.setUint16(at + 4, message.byteLength);
    pack.set(message, at + HEAD_BYTES);
    at += HEAD_BYTES + message.byteLength;
  }
  return pack;
}

/** Reads a pack without copying it. Of what is none nothing is read; of what is broken or too long, all before it. */
export function readDatagrams(pack: unknown): Datagram[] {
  if (!(pack instanceof Uint8Array) || pack.byteLength > PACK_MAX_BYTES) return [];
  const view = new DataView(pack.buffer, pack.byteOffset, pack.byteLength);
  const datagrams: Datagram[] = [];
  for (let at = 0; at + HEAD_BYTES < pack.byteLength; ) {
    const end = at + HEAD_BYTES + view.getUint16(at + 4);
    if (end <= at + HEAD_BYTES || end > at + HEAD_BYTES + DATAGRAM_MAX_BYTES || end > pack.byteLength) break;
    datagrams.push({ channel: view.getUint32(at), message: pack.subarray(at + HEAD_BYTES, end) });
    at = end;
  }
  return datagrams;
}
