import { DATAGRAM_MAX_BYTES } from './data-path.ts';

/** The most bytes of a frame. */
export const FRAME_MAX_BYTES = 4 + DATAGRAM_MAX_BYTES;

/** A datagram between signaling and the SFU: four bytes that name the channel (the SFU's number, big endian), then the message. */
export function frameDatagram(channel: number, message: Uint8Array): Uint8Array {
  const frame = new Uint8Array(4 + message.byteLength);
  new DataView(frame.buffer).setUint32(0, channel);
  frame.set(message, 4);
  return frame;
}

/** Reads a frame without copying it; null for what is none. */
export function readFrame(frame: unknown): { readonly channel: number; readonly message: Uint8Array } | null {
  if (!(frame instanceof Uint8Array) || frame.byteLength < 5 || frame.byteLength > FRAME_MAX_BYTES) return null;
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  return { channel: view.getUint32(0), message: frame.subarray(4) };
}
