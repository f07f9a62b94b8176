/** A packet of a made-up voice: 20 ms of Opus, 50 packets a second. */
export interface OpusPacket {
  readonly ssrc: number;
  readonly payloadType: number;
  /** Counts from 0 without wrapping; the packet carries its lower 16 bits. */
  readonly sequence: number;
  /** Of the whole packet, header included. */
  readonly bytes: number;
}

/** Of Opus' clock of 48 kHz in 20 ms. */
const TICKS = 960;

/** Builds the RTP packet; nobody decodes it. */
export function opusPacket({ ssrc, payloadType, sequence, bytes }: OpusPacket): Buffer {
  const packet = Buffer.alloc(bytes, 0x5a);
  packet.writeUInt8(0x80, 0);
  packet.writeUInt8(payloadType, 1);
  packet.writeUInt16BE(sequence & 0xffff, 2);
  packet.writeUInt32BE((sequence * TICKS) >>> 0, 4);
  packet.writeUInt32BE(ssrc, 8);
  return packet;
}
