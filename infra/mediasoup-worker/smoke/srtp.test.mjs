import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { protect, SRTP_PROFILES, sessionKeys, unprotect } from './srtp.mjs';

const RTP = Buffer.concat([Buffer.from('806f1234decafbadcafebabe', 'hex'), Buffer.from('a short payload')]);

describe('the SRTP of the smoke test', () => {
  it('derives the keys of RFC 3711, appendix B.3', () => {
    const profile = SRTP_PROFILES.find(({ name }) => name === 'SRTP_AES128_CM_SHA1_80');
    if (!profile) throw new Error('no such profile');
    const key = Buffer.from('E1F97A0D3E018BE0D64FA32C06DE4139', 'hex');
    const { rtp } = sessionKeys(profile, key, Buffer.from('0EC675AD498AFEEBB6960B3AABE6', 'hex'));
    expect(rtp.key.toString('hex')).toBe('c61e7a93744f39ee10734afe3ff7a087');
    expect(rtp.salt.toString('hex')).toBe('30cbbc08863d8c85d49db34a9ae1');
    expect(rtp.auth.toString('hex')).toBe('cebe321f6ff7716b6fd4ab49af256a156d38baa4');
  });

  it('encrypts as RFC 7714, 16.1.1 does', () => {
    const profile = SRTP_PROFILES.find(({ name }) => name === 'SRTP_AEAD_AES_128_GCM');
    if (!profile) throw new Error('no such profile');
    const key = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');
    const keys = { profile, key, salt: Buffer.from('517569642070726f2071756f', 'hex'), auth: Buffer.alloc(20) };
    const header = Buffer.from('8040f17b8041f8d35501a0b2', 'hex');
    const text = Buffer.from('Gallia est omnis divisa in partes tres');
    const sealed = protect(keys, Buffer.concat([header, text]));
    expect(sealed.subarray(12).toString('hex')).toBe(
      'f24de3a3fb34de6cacba861c9d7e4bcabe633bd50d294e6f42a5f47a51c7d19b36de3adf8833899d7f27beb16a9152cf765ee4390cce',
    );
  });

  it.each(SRTP_PROFILES)('opens what it sealed and refuses a forgery with $name', (profile) => {
    const { rtp } = sessionKeys(profile, randomBytes(profile.keyLength), randomBytes(profile.saltLength));
    const sealed = protect(rtp, RTP);
    expect(sealed.length).toBe(RTP.length + profile.tagLength);
    expect(unprotect(rtp, sealed)).toEqual(RTP);
    sealed.writeUInt8(sealed.readUInt8(14) ^ 1, 14);
    expect(() => unprotect(rtp, sealed)).toThrow();
  });
});
