import type { Socket } from 'node:dgram';
import { protectRtcp, type SrtpKeys } from '../../mediasoup-worker/smoke/srtp.mjs';
import { transportFeedback } from './transport-feedback.ts';

/** How often a browser reports on a steady stream. */
const REPORT_MS = 100;
const SEQUENCE_URI = 'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01';

interface Stream {
  readonly encodings?: readonly { readonly ssrc?: number | undefined }[] | undefined;
  readonly headerExtensions?: readonly { readonly uri: string; readonly id: number }[] | undefined;
}

/**
 * Reads and throws away what comes in, and sends transport-wide feedback where it is negotiated. Answers how many packets of the stream
 * itself came so far; what is sent to probe the link or sent again is reported, and not counted.
 */
export function reportAsBrowser(socket: Socket, keys: SrtpKeys, { encodings, headerExtensions }: Stream): () => number {
  const ssrc = encodings?.[0]?.ssrc;
  const id = headerExtensions?.find(({ uri }) => uri === SEQUENCE_URI)?.id;
  let total = 0;
  let first = 0;
  let count = 0;
  let reports = 0;
  let reportedMs = performance.now();
  socket.on('message', (packet) => {
    const sequence = id === undefined ? undefined : extensionOf(packet, id);
    if (sequence === undefined) return;
    if (packet.readUInt32BE(8) === ssrc) total += 1;
    if (count === 0) first = sequence;
    count += 1;
    const atMs = performance.now();
    if (atMs - reportedMs < REPORT_MS && count < 255) return;
    socket.send(protectRtcp(keys, transportFeedback({ first, count, report: reports, atMs }), reports));
    reports += 1;
    count = 0;
    reportedMs = atMs;
  });
  return () => total;
}

/** Finds an extension of the one-byte form (RFC 8285); nothing where the packet has none. */
function extensionOf(packet: Buffer, id: number): number | undefined {
  if ((packet.readUInt8(0) & 0x10) === 0 || packet.readUInt16BE(12) !== 0xbede) return undefined;
  const end = 16 + packet.readUInt16BE(14) * 4;
  for (let at = 16; at < end; ) {
    const head = packet.readUInt8(at);
    if (head >> 4 === id) return packet.readUInt16BE(at + 1);
    at += head === 0 ? 1 : 2 + (head & 0x0f);
  }
  return undefined;
}
