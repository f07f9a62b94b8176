import type { PeerId } from '../ids.ts';

/** A still as it travels: whose it is, null on the way to the server, and the picture. */
export interface StillFrame {
  readonly peerId: PeerId | null;
  readonly jpeg: Uint8Array;
}

/** One message of bytes: the length of the peer's id in ASCII, 0 to 255, the id, the picture. */
export function writeStill({ peerId, jpeg }: StillFrame): Uint8Array {
  const id = peerId ?? '';
  const bytes = new Uint8Array(1 + id.length + jpeg.byteLength);
  bytes[0] = id.length;
  for (let at = 0; at < id.length; at += 1) bytes[1 + at] = id.charCodeAt(at);
  bytes.set(jpeg, 1 + id.length);
  return bytes;
}

/** Reads any bytes; what is cut off is empty. */
export function readStill(bytes: Uint8Array): StillFrame {
  const end = 1 + (bytes[0] ?? 0);
  const id = String.fromCharCode(...bytes.subarray(1, end));
  return { peerId: id === '' ? null : id, jpeg: bytes.subarray(end) };
}
