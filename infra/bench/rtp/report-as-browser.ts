import type { Socket } from 'node:dgram';
import { protectRtcp, type SrtpKeys } from '../../mediasoup-worker/smoke/srtp.mjs';
import { transportFeedback } from './transport-feedback.ts';

/** How often a browser reports on a steady stream. */
const REPORT_MS = 100;
/** A time of sending counts 1 ÷ 2^18 s in 24 bits: it begins anew after 64 s. */
const SENT_TICKS_PER_MS = 2 ** 18 / 1_000;
const SENT_WRAP_MS = 64_000;
const SENT_URI = 'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time';
const SEQUENCE_URI = 'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01';

/** What is known of a stream by whoever receives it. */
export interface ReceivedStream {
  readonly encodings?: readonly { readonly ssrc?: number | undefined }[] | undefined;
  readonly headerExtensions?: readonly { readonly uri: string; readonly id: number }[] | undefined;
}

/**
 * Reads and throws away what comes in, and sends transport-wide feedback where it is negotiated: each packet came when it was sent, for what keeps it
 * waiting here is this process, which stands for fifty boards. Answers how many packets of the stream
 * itself came so far; what is sent to probe the link or sent again is reported, and not counted.
 */
export function reportAsBrowser(
  socket: Socket,
  keys: SrtpKeys,
  { encodings, headerExtensions }: ReceivedStream,
): () => number {
  const ssrc = encodings?.[0]?.ssrc;
  const idOf = (wanted: string) => headerExtensions?.find(({ uri }) => uri === wanted)?.id;
  const [sequenceId, sentId] = [idOf(SEQUENCE_URI), idOf(SENT_URI)];
  let sentMs = 0;
  let total = 0;
  let first = 0;
  let arrivals: number[] = [];
  let reports = 0;
  let reportedMs = performance.now();
  const report = (atMs: number) => {
    socket.send(protectRtcp(keys, transportFeedback({ first, arrivals, report: reports }), reports));
    reports += 1;
    arrivals = [];
    reportedMs = atMs;
  };
  socket.on('message', (packet) => {
    const at = sequenceId && placeOf(packet, sequenceId);
    if (!at) return;
    const sequence = packet.readUInt16BE(at);
    if (packet.readUInt32BE(8) === ssrc) total += 1;
    const sentAt = sentId && placeOf(packet, sentId);
    if (sentAt) sentMs = later(sentMs, packet.readUIntBE(sentAt, 3) / SENT_TICKS_PER_MS);
    const atMs = performance.now();
    // What waits since before a pause is reported by itself: one report spans 8 s at most.
    if (arrivals.length > 0 && sentMs - (arrivals.at(-1) ?? 0) >= REPORT_MS) report(atMs);
    if (arrivals.length === 0) first = sequence;
    arrivals.push(sentMs);
    if (atMs - reportedMs >= REPORT_MS || arrivals.length === 255) report(atMs);
  });
  return () => total;
}

/** A time of sending without its wraps, in ms: it never goes back by half of one. */
function later(before: number, wrapped: number): number {
  const turns = Math.round((before - wrapped) / SENT_WRAP_MS);
  return wrapped + Math.max(0, turns) * SENT_WRAP_MS;
}

/** Where an extension of the one-byte form (RFC 8285) begins; nothing where the packet has none. */
function placeOf(packet: Buffer, id: number): number | undefined {
  if ((packet.readUInt8(0) & 0x10) === 0 || packet.readUInt16BE(12) !== 0xbede) return undefined;
  const end = 16 + packet.readUInt16BE(14) * 4;
  for (let at = 16; at < end; ) {
    const head = packet.readUInt8(at);
    if (head >> 4 === id) return at + 1;
    at += head === 0 ? 1 : 2 + (head & 0x0f);
  }
  return undefined;
}
