/**
 * An RTP packet as a sender makes it, without header extensions; the sequence number wraps.
 * @param {{ payloadType: number, ssrc: number, sequence: number, timestamp: number, payload: Buffer, marker?: boolean }} parts
 */
export function rtpPacket({ payloadType, ssrc, sequence, timestamp, payload, marker = false }) {
  const header = Buffer.alloc(12);
  header.writeUInt8(0x80, 0);
  header.writeUInt8((marker ? 0x80 : 0) | payloadType, 1);
  header.writeUInt16BE(sequence % 2 ** 16, 2);
  header.writeUInt32BE(timestamp, 4);
  header.writeUInt32BE(ssrc, 8);
  return Buffer.concat([header, payload]);
}
