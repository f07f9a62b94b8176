/** Which packets a receiver got since its last report; none is missing on loopback. */
export interface ReceivedRun {
  /** Transport-wide sequence number of the first one. */
  first: number;
  /** At most 255. */
  count: number;
  /** Of this report among the receiver's reports; wraps at 256. */
  report: number;
  /** When it was made, in ms. */
  atMs: number;
}

/**
 * A transport-wide congestion control report (draft-holmer-rmcat-transport-wide-cc-extensions-01) as an RTCP packet, saying that each
 * packet came 250 µs after the one before.
 */
export function transportFeedback({ first, count, report, atMs }: ReceivedRun): Buffer {
  const length = Math.ceil((22 + count) / 4) * 4;
  const packet = Buffer.alloc(length);
  const padding = length - 22 - count;
  packet.writeUInt8(padding ? 0xaf : 0x8f, 0);
  packet.writeUInt8(205, 1);
  packet.writeUInt16BE(length / 4 - 1, 2);
  packet.writeUInt32BE(1, 4);
  packet.writeUInt16BE(first, 12);
  packet.writeUInt16BE(count, 14);
  // The reference time counts 64 ms.
  packet.writeUIntBE(Math.floor(atMs / 64) & 0xffffff, 16, 3);
  packet.writeUInt8(report & 0xff, 19);
  // One run: received, each with a delta of one byte.
  packet.writeUInt16BE((1 << 13) | count, 20);
  packet.fill(1, 22, 22 + count);
  if (padding) packet.writeUInt8(padding, length - 1);
  return packet;
}
