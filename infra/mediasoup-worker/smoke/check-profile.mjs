import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connectPeer } from './peer.mjs';
import { rtpPacket } from './rtp-packet.mjs';
import { headerLength, protect, unprotect } from './srtp.mjs';

const PAYLOAD_TYPE = 111;
const CODEC = /** @type {const} */ ({ mimeType: 'audio/opus', clockRate: 48_000, channels: 2 });

/** @param {number} ssrc @param {number} sequence @param {Buffer} payload */
function voicePacket(ssrc, sequence, payload) {
  return rtpPacket({ payloadType: PAYLOAD_TYPE, ssrc, sequence, timestamp: 960 * sequence, payload });
}

/** @param {number} ssrc @returns {import('mediasoup').types.RtpParameters} */
function parametersOf(ssrc) {
  return { codecs: [{ ...CODEC, payloadType: PAYLOAD_TYPE }], encodings: [{ ssrc }] };
}

/** @param {import('node:dgram').Socket} socket @param {number} payloadType @returns {Promise<Buffer>} the next SRTP packet, as sent */
function nextSrtp(socket, payloadType) {
  return new Promise((resolve) => {
    socket.on('message', (/** @type {Buffer} */ datagram) => {
      if (datagram.readUInt8(0) >> 6 === 2 && (datagram.readUInt8(1) & 0x7f) === payloadType) resolve(datagram);
    });
  });
}

/**
 * Has a worker shake hands for one SRTP profile and carry one packet out and one in, both checked against Node's own cryptography; a
 * forged packet must not pass.
 * @param {import('mediasoup').types.Router} router
 * @param {import('./srtp.mjs').SrtpProfile} profile
 * @param {{ cert: string, key: string, fingerprint: string }} certificate
 * @returns {Promise<void>} throws with the reason
 */
export async function checkProfile(router, profile, certificate) {
  const [webRtc, direct] = await Promise.all([
    router.createWebRtcTransport({ listenInfos: [{ protocol: 'udp', ip: '127.0.0.1' }] }),
    router.createDirectTransport(),
  ]);
  const peer = await connectPeer(webRtc, profile, certificate);
  try {
    if (peer.profile !== profile.name) throw new Error(`the handshake agreed on ${peer.profile}`);
    const { rtpCapabilities } = router;

    const source = await direct.produce({ kind: 'audio', rtpParameters: parametersOf(1111) });
    const out = await webRtc.consume({ producerId: source.id, rtpCapabilities });
    const leaving = randomBytes(200);
    const arrives = nextSrtp(peer.socket, out.rtpParameters.codecs[0]?.payloadType ?? PAYLOAD_TYPE);
    source.send(voicePacket(1111, 1, leaving));
    const opened = unprotect(peer.receiving.rtp, await arrives);
    if (!opened.subarray(headerLength(opened)).equals(leaving)) throw new Error('a packet came out changed');

    const producer = await webRtc.produce({ kind: 'audio', rtpParameters: parametersOf(2222) });
    const sink = await direct.consume({ producerId: producer.id, rtpCapabilities });
    const received = once(sink, 'rtp');
    const forged = protect(peer.sending.rtp, voicePacket(2222, 1, randomBytes(200)));
    forged.writeUInt8(forged.readUInt8(100) ^ 1, 100);
    peer.socket.send(forged);
    const entering = randomBytes(200);
    peer.socket.send(protect(peer.sending.rtp, voicePacket(2222, 2, entering)));
    const packet = /** @type {Buffer} */ ((await received)[0]);
    if (!packet.subarray(headerLength(packet)).equals(entering)) throw new Error('a forged packet went in');
  } finally {
    peer.socket.close();
  }
}
