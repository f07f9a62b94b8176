import type { types } from 'mediasoup';
import { connectPeer } from '../../mediasoup-worker/smoke/peer.mjs';
import type { SrtpProfile } from '../../mediasoup-worker/smoke/srtp.mjs';
import { reportAsBrowser } from './report-as-browser.ts';

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
  reportAsBrowser(socket, sending.rtcp, consumer.rtpParameters);
  return { consumer, close: () => socket.close() };
}
