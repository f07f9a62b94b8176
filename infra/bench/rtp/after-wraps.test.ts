import { createDecipheriv, randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { protect, SRTP_PROFILES, sessionKeys } from '../../mediasoup-worker/smoke/srtp.mjs';
import { afterWraps } from './after-wraps.ts';
import { vp8Packet } from './vp8-packet.ts';

const keysOf = (name: string) => {
  const profile = SRTP_PROFILES.find((one) => one.name === name);
  if (!profile) throw new Error('no such profile');
  return sessionKeys(profile, randomBytes(profile.keyLength), randomBytes(profile.saltLength)).rtp;
};

it('seals with the rollover counter in the IV, as RFC 7714 says', () => {
  const keys = keysOf('SRTP_AEAD_AES_256_GCM');
  const wraps = 0x01_02_03_04;
  const packet = vp8Packet({ ssrc: 0xcafe_babe, payloadType: 96, sequence: 300, packetsPerSecond: 100, bytes: 60 });
  const sealed = protect(afterWraps(keys, wraps), packet);
  const iv = Buffer.alloc(12);
  iv.writeUInt32BE(0xcafe_babe, 2);
  iv.writeUInt32BE(wraps, 6);
  iv.writeUInt16BE(300, 10);
  for (const [index, byte] of keys.salt.entries()) iv.writeUInt8(iv.readUInt8(index) ^ byte, index);
  const open = createDecipheriv('aes-256-gcm', keys.key, iv, { authTagLength: 16 });
  open.setAAD(packet.subarray(0, 12)).setAuthTag(sealed.subarray(-16));
  const text = Buffer.concat([open.update(sealed.subarray(12, -16)), open.final()]);
  expect(text).toEqual(packet.subarray(12));
});

it('changes nothing before the first wrap, and refuses what it cannot do', () => {
  const keys = keysOf('SRTP_AEAD_AES_128_GCM');
  expect(afterWraps(keys, 0)).toEqual(keys);
  expect(() => afterWraps(keysOf('SRTP_AES128_CM_SHA1_80'), 1)).toThrow('not counted');
});
