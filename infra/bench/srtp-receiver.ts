import type { types } from 'mediasoup';
import { connectPeer } from '../mediasoup-worker/smoke/peer.mjs';
import { protectRtcp, type SrtpProfile } from '../mediasoup-worker/smoke/srtp.mjs';
import { transportFeedback } from './transport-feedback.ts';

/** How often a browser reports on a steady stream. */
const REPORT_MS = 100;
const SEQUENCE_URI = 'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01';

/** A WebRTC receiver of one producer: reads, throws away, and reports as a browser does. */
export interface SrtpReceiver {
  consumer: types.Consumer;
  close: () => void;
}

/** What a receiver is made for. */
export interface SrtpReceiverOptions {
  router: types.Router;
  /** The one port of the worker, as the product has it. */
  webRtcServer: types.WebRtcServer;
  producerId: string;
  rtpCapabilities: types.RtpCapabilities;
  profile: SrtpProfile;
  certificate: { cert: string; key: string; fingerprint: string };
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

/** Connects a receiver by ICE and DTLS, and consumes; where transport-wide feedback is negotiated, it is sent. */
export async function addSrtpReceiver(options: SrtpReceiverOptions): Promise<SrtpReceiver> {
  const transport = await options.router.createWebRtcTransport({
    webRtcServer: options.webRtcServer,
    // The peers send no further STUN checks.
    iceConsentTimeout: 0,
  });
  const { socket, sending } = await connectPeer(transport, options.profile, options.certificate);
  const consumer = await transport.consume({
    producerId: options.producerId,
    rtpCapabilities: options.rtpCapabilities,
  });
  const id = consumer.rtpParameters.headerExtensions?.find(({ uri }) => uri === SEQUENCE_URI)?.id;
  let first = 0;
  let count = 0;
  let reports = 0;
  let reportedMs = performance.now();
  socket.on('message', (packet) => {
    const sequence = id === undefined ? undefined : extensionOf(packet, id);
    if (sequence === undefined) return;
    if (count === 0) first = sequence;
    count += 1;
    const atMs = performance.now();
    if (atMs - reportedMs < REPORT_MS && count < 255) return;
    socket.send(protectRtcp(sending.rtcp, transportFeedback({ first, count, report: reports, atMs }), reports));
    reports += 1;
    count = 0;
    reportedMs = atMs;
  });
  return { consumer, close: () => socket.close() };
}
