import { type CuePart, cueParts } from './cue-parts.ts';
import { DATAGRAM_MAX_BYTES } from './data-channel.ts';
import type { TimingDatagram, TimingDown } from './timing.ts';

/**
 * The timing messages as bytes, for the data path: one byte that says what it is, then its fields, numbers big-endian, ids with
 * their length in front. What is shorter, longer or otherwise is no message: reading it gives null and never throws.
 */
const KIND = { ping: 1, cue: 2, key: 3, pong: 17, cued: 18, shown: 19, press: 20 } as const;
const KEY_BYTES = 32;
/** More than the longest cue has. */
const MOST_PARTS = 8;
const IN_ID = /^[A-Za-z0-9_-]{1,64}$/;

/** One datagram, or several for a cue. */
export function encodeTimingDown(message: TimingDown): Uint8Array[] {
  switch (message.type) {
    case 'ping':
      return [bytes(KIND.ping, uint32(message.nonce))];
    case 'key':
      return [bytes(KIND.key, text(message.roundId), message.key)];
    case 'cue':
      return cueParts(message).map(({ roundId, tag, part, of, bytes: sealed }) =>
        bytes(KIND.cue, Uint8Array.of(tag >> 8, tag & 0xff, part, of), text(roundId), sealed),
      );
  }
}

export function encodeTimingDatagram(message: TimingDatagram): Uint8Array {
  switch (message.type) {
    case 'pong':
      return bytes(KIND.pong, uint32(message.nonce));
    case 'cued':
      return bytes(KIND.cued, text(message.roundId));
    case 'shown':
      return bytes(KIND.shown, float64(message.at), text(message.roundId));
    case 'press': {
      const { shown, pressed, id, roundId } = message;
      return bytes(KIND.press, float64(shown ?? Number.NaN), float64(pressed), text(id), text(roundId));
    }
  }
}

/** What signaling sent, or null. */
export function decodeTimingDown(datagram: Uint8Array): Exclude<TimingDown, { type: 'cue' }> | CuePart | null {
  const read = reader(datagram);
  switch (read.kind) {
    case KIND.ping: {
      const nonce = read.uint32();
      return read.done() ? { type: 'ping', nonce } : null;
    }
    case KIND.cue: {
      const head = read.uint32();
      const roundId = read.text();
      const sealed = read.rest();
      const [tag, part, of] = [head >>> 16, (head >>> 8) & 0xff, head & 0xff];
      if (!read.done() || sealed.length === 0 || part >= of || of > MOST_PARTS) return null;
      return { type: 'cue-part', roundId, tag, part, of, bytes: sealed };
    }
    case KIND.key: {
      const roundId = read.text();
      const key = read.rest();
      return read.done() && key.length === KEY_BYTES ? { type: 'key', roundId, key } : null;
    }
    default:
      return null;
  }
}

/** What a tablet sent, by shape alone, or null: its numbers and ids are still to be parsed by `timingDatagram`. */
export function decodeTimingDatagram(datagram: Uint8Array): TimingDatagram | null {
  const read = reader(datagram);
  switch (read.kind) {
    case KIND.pong: {
      const nonce = read.uint32();
      return read.done() ? { type: 'pong', nonce } : null;
    }
    case KIND.cued: {
      const roundId = read.text();
      return read.done() ? { type: 'cued', roundId } : null;
    }
    case KIND.shown: {
      const at = read.float64();
      const roundId = read.text();
      return read.done() ? { type: 'shown', roundId, at } : null;
    }
    case KIND.press: {
      const shown = read.float64();
      const pressed = read.float64();
      const id = read.text();
      const roundId = read.text();
      if (!read.done()) return null;
      return { type: 'press', id, roundId, shown: Number.isNaN(shown) ? null : shown, pressed };
    }
    default:
      return null;
  }
}

/** Reads fields one after the other; what is not there spoils the whole. */
function reader(datagram: Uint8Array) {
  const view = new DataView(datagram.buffer, datagram.byteOffset, datagram.byteLength);
  let at = 1;
  let good = datagram.length > 0 && datagram.length <= DATAGRAM_MAX_BYTES;
  const take = (length: number): number | null => {
    const from = at;
    at += length;
    good = good && at <= datagram.length;
    return good ? from : null;
  };
  const number = (length: number, from: (offset: number) => number) => {
    const offset = take(length);
    return offset === null ? 0 : from(offset);
  };
  return {
    kind: good ? (datagram[0] ?? 0) : 0,
    done: () => good && at === datagram.length,
    uint32: () => number(4, (offset) => view.getUint32(offset)),
    float64: () => number(8, (offset) => view.getFloat64(offset)),
    text: () => {
      const length = number(1, (offset) => view.getUint8(offset));
      const offset = take(length);
      const read = offset === null ? '' : String.fromCharCode(...datagram.subarray(offset, offset + length));
      good = good && IN_ID.test(read);
      return read;
    },
    /** A copy: the datagram's own bytes may be somebody else's buffer. */
    rest: () => {
      const offset = take(Math.max(0, datagram.length - at));
      return offset === null ? new Uint8Array(0) : datagram.slice(offset);
    },
  };
}

function bytes(kind: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 1));
  all[0] = kind;
  let at = 1;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function uint32(value: number): Uint8Array {
  const field = new Uint8Array(4);
  new DataView(field.buffer).setUint32(0, value);
  return field;
}

function float64(value: number): Uint8Array {
  const field = new Uint8Array(8);
  new DataView(field.buffer).setFloat64(0, value);
  return field;
}

/** Ids are ASCII. */
function text(value: string): Uint8Array {
  return Uint8Array.from([value.length, ...Array.from(value, (letter) => letter.charCodeAt(0))]);
}
