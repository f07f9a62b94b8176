import type { SrtpKeys } from '../../mediasoup-worker/smoke/srtp.mjs';

/** Where the rollover counter stands in the IV of AES-GCM (RFC 7714, 8.1), and in the salt that is added to it. */
const ROLLOVER_AT = 6;

/** The keys for packets whose sequence numbers have wrapped so often: `protect` takes that for never. AES-GCM only. */
export function afterWraps(keys: SrtpKeys, wraps: number): SrtpKeys {
  if (!keys.profile.aead) throw new Error(`wraps are not counted with ${keys.profile.name}`);
  const salt = Buffer.from(keys.salt);
  salt.writeUInt32BE((salt.readUInt32BE(ROLLOVER_AT) ^ wraps) >>> 0, ROLLOVER_AT);
  return { ...keys, salt };
}
