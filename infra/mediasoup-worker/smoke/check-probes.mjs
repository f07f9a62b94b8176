import { setTimeout as sleep } from 'node:timers/promises';
import { connectPeer } from './peer.mjs';
import { rtpPacket } from './rtp-packet.mjs';

/** Of mediasoup's probes. */
const PROBE_SSRC = 1234;
const PICTURE_SSRC = 3333;
const PAYLOAD_TYPE = 96;
/** A black VP8 key frame of 16 by 16. */
const PICTURE = Buffer.from('101002009d012a100010000047088585888584880202000c0d6000feffab5080', 'hex');
const EVERY_MS = 10;
/** Less than 1.35 times the pictures' bitrate, up to where a connection is probed, in bit/s. */
const FIRST_BITRATE = 30_000;
/** In all, for the probes of one transport before and after another one's. */
const LIMIT_MS = 12_000;
/** A probe has at least so many packets; as many may have been on their way. */
const PROBE_PACKETS = 5;

/** Field trials with which a worker probes again at once, whatever is sent; by itself that takes seconds. */
export const PROBE_TRIALS =
  'WebRTC-Bwe-ProbingConfiguration/alr_interval:100ms/WebRTC-AlrDetectorParameters/bw_usage:10/';

/** @param {number} sequence */
function picturePacket(sequence) {
  const timestamp = 90 * EVERY_MS * sequence;
  return rtpPacket({
    payloadType: PAYLOAD_TYPE,
    ssrc: PICTURE_SSRC,
    sequence,
    timestamp,
    payload: PICTURE,
    marker: true,
  });
}

/** @param {() => boolean} done @param {string} otherwise @param {number} until */
async function poll(done, otherwise, until) {
  while (!done()) {
    if (Date.now() > until) throw new Error(otherwise);
    await sleep(EVERY_MS);
  }
}

/**
 * Has a worker probe two connections in turn: the sequence numbers of each must go on where they were, or the browser takes the probes for a replay
 * and drops them, and nobody finds out what its link carries.
 * @param {import('mediasoup').types.Router} router  one that knows VP8
 * @param {import('./srtp.mjs').SrtpProfile} profile
 * @param {{ cert: string, key: string, fingerprint: string }} certificate
 * @returns {Promise<void>} throws with the reason
 */
export async function checkProbes(router, profile, certificate) {
  const until = Date.now() + LIMIT_MS;
  const direct = await router.createDirectTransport();
  const source = await direct.produce({
    kind: 'video',
    rtpParameters: {
      codecs: [{ mimeType: 'video/VP8', payloadType: PAYLOAD_TYPE, clockRate: 90_000 }],
      encodings: [{ ssrc: PICTURE_SSRC }],
    },
  });
  let sequence = 0;
  const timer = setInterval(() => source.send(picturePacket(sequence++)), EVERY_MS);
  /** @type {import('./peer.mjs').Peer[]} */
  const peers = [];
  const probed = async () => {
    const transport = await router.createWebRtcTransport({
      listenInfos: [{ protocol: 'udp', ip: '127.0.0.1' }],
      initialAvailableOutgoingBitrate: FIRST_BITRATE,
    });
    const peer = await connectPeer(transport, profile, certificate);
    peers.push(peer);
    /** @type {number[]} */
    const probes = [];
    peer.socket.on('message', (/** @type {Buffer} */ datagram) => {
      if (datagram.length >= 12 && datagram.readUInt32BE(8) === PROBE_SSRC) probes.push(datagram.readUInt16BE(2));
    });
    await transport.consume({ producerId: source.id, rtpCapabilities: router.rtpCapabilities });
    await poll(() => probes.length > 0, 'a connection is not probed', until);
    return probes;
  };
  try {
    const probes = await probed();
    await probed();
    const before = probes.length;
    await poll(() => probes.length > before + PROBE_PACKETS, 'a connection is not probed again', until);
    const jumps = probes.some((probe, nth) => nth > 0 && probe !== ((probes[nth - 1] ?? 0) + 1) % 2 ** 16);
    if (jumps) throw new Error('a connection’s probes do not go on where they were');
  } finally {
    clearInterval(timer);
    for (const { socket } of peers) socket.close();
    direct.close();
  }
}
