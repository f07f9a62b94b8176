import type { types } from 'mediasoup';

/** How sfu-server opens its workers' ports and transports; a test compares them with its source. */
const RECEIVE_BUFFER_BYTES = 4_194_304;
const ICE_CONSENT_TIMEOUT = 8;
const FIRST_BITRATE = 200_000;
export const KEY_FRAME_DELAY_MS = 350;

/** One port of a worker for UDP and TCP, as in the product. */
export function openPort(worker: types.Worker): Promise<types.WebRtcServer> {
  return worker.createWebRtcServer({
    listenInfos: [
      { protocol: 'udp', ip: '127.0.0.1', recvBufferSize: RECEIVE_BUFFER_BYTES },
      { protocol: 'tcp', ip: '127.0.0.1' },
    ],
  });
}

/** A transport as in the product, without the data channel that warms a board's connection up. */
export function openTransport(router: types.Router, webRtcServer: types.WebRtcServer): Promise<types.WebRtcTransport> {
  return router.createWebRtcTransport({
    webRtcServer,
    enableUdp: true,
    enableTcp: true,
    preferUdp: true,
    iceConsentTimeout: ICE_CONSENT_TIMEOUT,
    initialAvailableOutgoingBitrate: FIRST_BITRATE,
  });
}
