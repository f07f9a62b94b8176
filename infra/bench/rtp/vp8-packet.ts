/** A packet of a made-up VP8 stream: four packets a frame, a key frame every 5 frames: nobody waits long for one, and nobody asks. */
export interface Vp8Packet {
  ssrc: number;
  payloadType: number;
  /** Counts from 0 without wrapping; the packet carries its lower 16 bits. */
  sequence: number;
  packetsPerSecond: number;
  /** Of the whole packet, header included. */
  bytes: number;
}

const PACKETS_PER_FRAME = 4;
const FRAMES_PER_KEY_FRAME = 5;
const CLOCK_RATE = 90_000;

/** Builds the RTP packet; nobody decodes its picture, but the SFU reads its VP8 descriptor and tells key frames by it. */
export function vp8Packet({ ssrc, payloadType, sequence, packetsPerSecond, bytes }: Vp8Packet): Buffer {
  const frame = Math.floor(sequence / PACKETS_PER_FRAME);
  const place = sequence % PACKETS_PER_FRAME;
  const packet = Buffer.alloc(bytes, 0x5a);
  packet.writeUInt8(0x80, 0);
  packet.writeUInt8((place === PACKETS_PER_FRAME - 1 ? 0x80 : 0) | payloadType, 1);
  packet.writeUInt16BE(sequence & 0xffff, 2);
  packet.writeUInt32BE(Math.round((frame * PACKETS_PER_FRAME * CLOCK_RATE) / packetsPerSecond) >>> 0, 4);
  packet.writeUInt32BE(ssrc, 8);
  // VP8 descriptor: extended, with a 15-bit picture id; the S bit starts a partition.
  packet.writeUInt8(place === 0 ? 0x90 : 0x80, 12);
  packet.writeUInt8(0x80, 13);
  packet.writeUInt16BE(0x8000 | (frame & 0x7fff), 14);
  // VP8 payload header: its lowest bit is 0 in a key frame.
  packet.writeUInt8(place === 0 && frame % FRAMES_PER_KEY_FRAME === 0 ? 0x10 : 0x11, 16);
  if (place === 0 && frame % FRAMES_PER_KEY_FRAME === 0)
    Buffer.from([0, 0, 0x9d, 0x01, 0x2a, 0x40, 0x01, 0xb4, 0x00]).copy(packet, 17);
  return packet;
}
