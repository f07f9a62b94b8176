import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { sessionKeys } from './srtp.mjs';
import { bindingRequest } from './stun.mjs';
import { udpSocket } from './udp.mjs';

/**
 * @typedef {object} Peer  The far end of one WebRTC transport: ICE and DTLS are done, SRTP keys known.
 * @property {import('node:dgram').Socket} socket  connected to the worker's port
 * @property {{ rtp: import('./srtp.mjs').SrtpKeys, rtcp: import('./srtp.mjs').SrtpKeys }} sending
 * @property {{ rtp: import('./srtp.mjs').SrtpKeys, rtcp: import('./srtp.mjs').SrtpKeys }} receiving
 * @property {string} profile  what the handshake agreed on
 */

/** First bytes of a datagram, after RFC 7983. @param {Buffer} datagram */
const isDtls = (datagram) => datagram.readUInt8(0) >= 20 && datagram.readUInt8(0) <= 63;
/** @param {Buffer} datagram */
const isStun = (datagram) => datagram.readUInt8(0) <= 3;

/** @param {import('node:stream').Readable} stream @param {RegExp} wanted @returns {Promise<string>} */
function textUntil(stream, wanted) {
  return new Promise((resolve, reject) => {
    let text = '';
    stream.on('data', (chunk) => {
      text += chunk;
      if (wanted.test(text)) resolve(text);
    });
    stream.on('close', () => reject(new Error(`the DTLS handshake failed: ${text.trim().split('\n').at(-1) ?? ''}`)));
  });
}

/**
 * Connects to a mediasoup WebRTC transport as a browser would: a nominating STUN check, then a DTLS handshake by `openssl s_client`
 * through a relay, for s_client knows no ICE.
 * @param {import('mediasoup').types.WebRtcTransport} transport
 * @param {import('./srtp.mjs').SrtpProfile} profile  the only one that is offered
 * @param {{ cert: string, key: string, fingerprint: string }} certificate
 * @returns {Promise<Peer>}
 */
export async function connectPeer(transport, profile, certificate) {
  const fingerprints = [{ algorithm: /** @type {const} */ ('sha-256'), value: certificate.fingerprint }];
  await transport.connect({ dtlsParameters: { role: 'client', fingerprints } });
  const [candidate] = transport.iceCandidates;
  if (!candidate) throw new Error('the transport has no ICE candidate');
  const [socket, relay] = await Promise.all([udpSocket(), udpSocket()]);
  socket.connect(candidate.port, candidate.ip);
  await once(socket, 'connect');
  const nominated = new Promise((resolve) =>
    socket.on('message', (datagram) => isStun(datagram) && resolve(undefined)),
  );
  socket.send(bindingRequest(transport.iceParameters));
  await nominated;

  let clientPort = 0;
  relay.on('message', (datagram, from) => {
    clientPort = from.port;
    socket.send(datagram);
  });
  const back = (/** @type {Buffer} */ datagram) => {
    if (isDtls(datagram)) relay.send(datagram, clientPort, '127.0.0.1');
  };
  socket.on('message', back);
  const length = 2 * (profile.keyLength + profile.saltLength);
  const client = spawn(
    'openssl',
    [
      ...[
        's_client',
        '-dtls1_2',
        '-connect',
        `127.0.0.1:${relay.address().port}`,
        '-cert',
        certificate.cert,
        '-key',
        certificate.key,
      ],
      ...['-use_srtp', profile.name, '-keymatexport', 'EXTRACTOR-dtls_srtp', '-keymatexportlen', String(length)],
    ],
    { stdio: ['pipe', 'pipe', 'ignore'] },
  );
  try {
    const said = await textUntil(client.stdout, /Keying material: [0-9A-F]+\s/);
    const material = Buffer.from(/Keying material: ([0-9A-F]+)/.exec(said)?.[1] ?? '', 'hex');
    const part = (/** @type {number} */ from, /** @type {number} */ size) => material.subarray(from, from + size);
    const { keyLength: k, saltLength: s } = profile;
    return {
      socket,
      sending: sessionKeys(profile, part(0, k), part(2 * k, s)),
      receiving: sessionKeys(profile, part(k, k), part(2 * k + s, s)),
      profile: /profile=(\S+)/.exec(said)?.[1] ?? 'none',
    };
  } finally {
    // Killed, it cannot say goodbye: the worker keeps the transport connected.
    client.kill('SIGKILL');
    socket.off('message', back);
    relay.close();
  }
}
