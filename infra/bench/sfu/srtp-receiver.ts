import type { types } from 'mediasoup';
import { connectPeer } from '../../mediasoup-worker/smoke/peer.mjs';
import type { SrtpProfile } from '../../mediasoup-worker/smoke/srtp.mjs';
import { keepConsent } from './keep-consent.ts';
import { openTransport } from './product-transport.ts';
import { reportAsBrowser } from './report-as-browser.ts';

/** A WebRTC receiver of one producer: reads, throws away, and reports as a browser does. */
export interface SrtpReceiver {
  /** Packets of the producer's stream so far. */
  readonly received: () => number;
  readonly close: () => void;
}

/** What a receiver is made for. */
export interface SrtpReceiverOptions {
  readonly router: types.Router;
  /** The one port of the worker, as the product has it. */
  readonly webRtcServer: types.WebRtcServer;
  readonly producerId: string;
  readonly rtpCapabilities: types.RtpCapabilities;
  readonly profile: SrtpProfile;
  readonly certificate: { readonly cert: string; readonly key: string; readonly fingerprint: string };
}

/** Connects a receiver by ICE and DTLS, and consumes; where transport-wide feedback is negotiated, it is sent. */
export async function addSrtpReceiver(options: SrtpReceiverOptions): Promise<SrtpReceiver> {
  const transport = await openTransport(options.router, options.webRtcServer);
  const { socket, sending } = await connectPeer(transport, options.profile, options.certificate);
  const stopConsent = keepConsent(socket, transport.iceParameters);
  const { producerId, rtpCapabilities } = options;
  const consumer = await transport.consume({ producerId, rtpCapabilities, paused: true });
  const received = reportAsBrowser(socket, sending.rtcp, consumer.rtpParameters);
  await consumer.resume();
  return {
    received,
    close: () => {
      stopConsent();
      socket.close();
    },
  };
}
