import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';

/**
 * @typedef {{ name: string, keyLength: number, saltLength: number, tagLength: number, aead: boolean }} SrtpProfile
 * @typedef {{ key: Buffer, salt: Buffer, auth: Buffer, profile: SrtpProfile }} SrtpKeys
 */

/** Every profile that the worker offers, by its OpenSSL name. @type {SrtpProfile[]} */
export const SRTP_PROFILES = [
  { name: 'SRTP_AEAD_AES_256_GCM', keyLength: 32, saltLength: 12, tagLength: 16, aead: true },
  { name: 'SRTP_AEAD_AES_128_GCM', keyLength: 16, saltLength: 12, tagLength: 16, aead: true },
  { name: 'SRTP_AES128_CM_SHA1_80', keyLength: 16, saltLength: 14, tagLength: 10, aead: false },
  { name: 'SRTP_AES128_CM_SHA1_32', keyLength: 16, saltLength: 14, tagLength: 4, aead: false },
];

/** AES in counter mode as RFC 3711 uses it. @param {Buffer} key @param {Buffer} iv @param {Buffer} data */
function counterMode(key, iv, data) {
  return createCipheriv(`aes-${key.length * 8}-ctr`, key, iv).update(data);
}

/**
 * Derives one direction's session keys (RFC 3711, 4.3.1; RFC 7714 keeps the same derivation).
 * @param {SrtpProfile} profile @param {Buffer} masterKey @param {Buffer} masterSalt
 * @returns {{ rtp: SrtpKeys, rtcp: SrtpKeys }}
 */
export function sessionKeys(profile, masterKey, masterSalt) {
  const derive = (/** @type {number} */ label, /** @type {number} */ length) => {
    const iv = Buffer.alloc(16);
    masterSalt.copy(iv);
    iv.writeUInt8(iv.readUInt8(7) ^ label, 7);
    return counterMode(masterKey, iv, Buffer.alloc(length));
  };
  const keysFrom = (/** @type {number} */ label) => ({
    profile,
    key: derive(label, profile.keyLength),
    auth: derive(label + 1, 20),
    salt: derive(label + 2, profile.saltLength),
  });
  return { rtp: keysFrom(0), rtcp: keysFrom(3) };
}

/** @param {SrtpKeys} keys @returns {import('node:crypto').CipherGCMTypes} */
function gcmOf({ key }) {
  return key.length === 32 ? 'aes-256-gcm' : 'aes-128-gcm';
}

/** The IV of a packet while its sequence numbers have not wrapped. @param {SrtpKeys} keys @param {Buffer} header */
function ivOf({ profile, salt }, header) {
  const iv = Buffer.alloc(profile.aead ? 12 : 16);
  header.copy(iv, profile.aead ? 2 : 4, 8, 12);
  header.copy(iv, profile.aead ? 10 : 12, 2, 4);
  for (const [index, byte] of salt.entries()) iv.writeUInt8(iv.readUInt8(index) ^ byte, index);
  return iv;
}

/** @param {Buffer} packet  RTP @returns {number} the header's length in bytes, extension included */
export function headerLength(packet) {
  const fixed = 12 + (packet.readUInt8(0) & 0x0f) * 4;
  return packet.readUInt8(0) & 0x10 ? fixed + 4 + packet.readUInt16BE(fixed + 2) * 4 : fixed;
}

/** @param {SrtpKeys} keys @param {Buffer} packet */
function authTag({ auth, profile }, packet) {
  return createHmac('sha1', auth).update(packet).update(Buffer.alloc(4)).digest().subarray(0, profile.tagLength);
}

/** RTP to SRTP. @param {SrtpKeys} keys @param {Buffer} packet */
export function protect(keys, packet) {
  const header = packet.subarray(0, headerLength(packet));
  const payload = packet.subarray(header.length);
  const iv = ivOf(keys, header);
  if (keys.profile.aead) {
    const cipher = createCipheriv(gcmOf(keys), keys.key, iv).setAAD(header);
    return Buffer.concat([header, cipher.update(payload), cipher.final(), cipher.getAuthTag()]);
  }
  const sealed = Buffer.concat([header, counterMode(keys.key, iv, payload)]);
  return Buffer.concat([sealed, authTag(keys, sealed)]);
}

/** SRTP to RTP; throws where the packet is not authentic. @param {SrtpKeys} keys @param {Buffer} packet */
export function unprotect(keys, packet) {
  const header = packet.subarray(0, headerLength(packet));
  const body = packet.subarray(header.length, packet.length - keys.profile.tagLength);
  const tag = packet.subarray(packet.length - keys.profile.tagLength);
  const iv = ivOf(keys, header);
  if (keys.profile.aead) {
    const cipher = createDecipheriv(gcmOf(keys), keys.key, iv, {
      authTagLength: 16,
    });
    cipher.setAAD(header).setAuthTag(tag);
    return Buffer.concat([header, cipher.update(body), cipher.final()]);
  }
  if (!authTag(keys, packet.subarray(0, packet.length - tag.length)).equals(tag))
    throw new Error('SRTP: not authentic');
  return Buffer.concat([header, counterMode(keys.key, iv, body)]);
}

/**
 * RTCP to SRTCP.
 * @param {SrtpKeys} keys  the `rtcp` half
 * @param {Buffer} packet @param {number} index  counts the packets sent with these keys
 */
export function protectRtcp(keys, packet, index) {
  const header = packet.subarray(0, 8);
  const body = packet.subarray(8);
  const trailer = Buffer.alloc(4);
  // The top bit says that the body is encrypted.
  trailer.writeUInt32BE((0x80000000 | index) >>> 0);
  const iv = Buffer.alloc(keys.profile.aead ? 12 : 16);
  packet.copy(iv, keys.profile.aead ? 2 : 4, 4, 8);
  iv.writeUInt32BE(index, keys.profile.aead ? 8 : 10);
  for (const [place, byte] of keys.salt.entries()) iv.writeUInt8(iv.readUInt8(place) ^ byte, place);
  if (keys.profile.aead) {
    const cipher = createCipheriv(gcmOf(keys), keys.key, iv).setAAD(Buffer.concat([header, trailer]));
    return Buffer.concat([header, cipher.update(body), cipher.final(), cipher.getAuthTag(), trailer]);
  }
  const sealed = Buffer.concat([header, counterMode(keys.key, iv, body), trailer]);
  return Buffer.concat([sealed, createHmac('sha1', keys.auth).update(sealed).digest().subarray(0, 10)]);
}
