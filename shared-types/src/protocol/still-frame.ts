import type { PeerId } from '../ids.ts';

/** A still as it travels: whose it is, null on the way to the server, and the picture. */
export interface StillFrame {
  readonly peerId: PeerId | null;
  readonly jpeg: Uint8Array;
}

/** No message has more of them. */
export const MOST_STILLS = 8;

/** The length of the id, and four bytes of that of the picture. */
const HEAD_BYTES = 5;

/** One message of bytes, for each still: the length of the peer's id in ASCII, 0 to 255, the id, the picture's length (32 bits, big-endian), the picture. */
export function writeStills(stills: readonly StillFrame[]): Uint8Array {
  const bytes = new Uint8Array(stills.reduce((sum, still) => sum + lengthOf(still), 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const still of stills) {
    const { jpeg } = still;
    const id = still.peerId ?? '';
    bytes[at] = id.length;
    for (let nth = 0; nth < id.length; nth += 1) bytes[at + 1 + nth] = id.charCodeAt(nth);
    view.setUint32(at + 1 + id.length, jpeg.byteLength);
    bytes.set(jpeg, at + HEAD_BYTES + id.length);
    at += lengthOf(still);
  }
  return bytes;
}

/** Reads any bytes; a still that is cut off, and what is behind the last that may be there, is left out. */
export function readStills(bytes: Uint8Array): StillFrame[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const stills: StillFrame[] = [];
  let at = 0;
  while (stills.length < MOST_STILLS && at < bytes.byteLength) {
    const picture = at + HEAD_BYTES + view.getUint8(at);
    const id = bytes.subarray(at + 1, picture - 4);
    if (picture > bytes.byteLength) break;
    at = picture + view.getUint32(picture - 4);
    if (at > bytes.byteLength) break;
    stills.push({ peerId: id.length === 0 ? null : String.fromCharCode(...id), jpeg: bytes.subarray(picture, at) });
  }
  return stills;
}

function lengthOf({ peerId, jpeg }: StillFrame): number {
  return HEAD_BYTES + (peerId ?? '').length + jpeg.byteLength;
}
