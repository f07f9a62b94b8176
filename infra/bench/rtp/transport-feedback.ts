/** Which packets a receiver got since its last report; none is missing on loopback. */
export interface ReceivedRun {
  /** Transport-wide sequence number of the first one. */
  readonly first: number;
  /** When each came, in ms; 255 at most, and no two more than 8 s apart. */
  readonly arrivals: readonly number[];
  /** Of this report among the receiver's reports; wraps at 256. */
  readonly report: number;
}

const REFERENCE_MS = 64;
const TICKS_PER_MS = 4;
const DELTAS_AT = 22;
const LARGE_DELTA = 2;

/** A transport-wide congestion control report (draft-holmer-rmcat-transport-wide-cc-extensions-01) as an RTCP packet. */
export function transportFeedback({ first, arrivals, report }: ReceivedRun): Buffer {
  const count = arrivals.length;
  const used = DELTAS_AT + 2 * count;
  const length = Math.ceil(used / 4) * 4;
  const packet = Buffer.alloc(length);
  packet.writeUInt8(length > used ? 0xaf : 0x8f, 0);
  packet.writeUInt8(205, 1);
  packet.writeUInt16BE(length / 4 - 1, 2);
  packet.writeUInt32BE(1, 4);
  packet.writeUInt16BE(first, 12);
  packet.writeUInt16BE(count, 14);
  const reference = Math.floor((arrivals[0] ?? 0) / REFERENCE_MS);
  packet.writeUIntBE(reference & 0xffffff, 16, 3);
  packet.writeUInt8(report & 0xff, 19);
  // One run: all received, each with a delta of two bytes.
  packet.writeUInt16BE((LARGE_DELTA << 13) | count, 20);
  let ticks = reference * REFERENCE_MS * TICKS_PER_MS;
  arrivals.forEach((at, index) => {
    const delta = Math.round(at * TICKS_PER_MS) - ticks;
    packet.writeInt16BE(delta, DELTAS_AT + 2 * index);
    ticks += delta;
  });
  if (length > used) packet.writeUInt8(length - used, length - 1);
  return packet;
}
