import { createHmac, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

const MAGIC_COOKIE = 0x2112a442;

/** @param {number} type @param {Buffer} value */
function attribute(type, value) {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(value.length, 2);
  return Buffer.concat([head, value, Buffer.alloc(-value.length & 3)]);
}

/** @param {Buffer} body @param {Buffer} transaction @param {number} extra  bytes still to come after the body */
function withHeader(body, transaction, extra) {
  const head = Buffer.alloc(8);
  head.writeUInt16BE(0x0001, 0);
  head.writeUInt16BE(body.length + extra, 2);
  head.writeUInt32BE(MAGIC_COOKIE, 4);
  return Buffer.concat([head, transaction, body]);
}

/**
 * A STUN binding request that nominates its path at once, as a controlling ICE agent sends it to an ICE-lite server.
 * @param {{ usernameFragment: string, password: string }} server
 */
export function bindingRequest({ usernameFragment, password }) {
  const transaction = randomBytes(12);
  const priority = Buffer.alloc(4);
  priority.writeUInt32BE(0x6e7f1eff);
  const parts = [
    attribute(0x0006, Buffer.from(`${usernameFragment}:smoke`)),
    attribute(0x0024, priority),
    attribute(0x802a, randomBytes(8)),
    attribute(0x0025, Buffer.alloc(0)),
  ];
  // Each of the last two attributes covers the message before it, with a length that already counts it.
  const integrity = createHmac('sha1', password)
    .update(withHeader(Buffer.concat(parts), transaction, 24))
    .digest();
  parts.push(attribute(0x0008, integrity));
  const fingerprint = Buffer.alloc(4);
  fingerprint.writeUInt32BE((crc32(withHeader(Buffer.concat(parts), transaction, 8)) ^ 0x5354554e) >>> 0);
  parts.push(attribute(0x8028, fingerprint));
  return withHeader(Buffer.concat(parts), transaction, 0);
}
