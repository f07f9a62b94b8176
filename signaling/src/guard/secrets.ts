import { createHash, randomBytes, randomInt } from 'node:crypto';

/** A short id for a row: 96 random bits, 16 characters. */
export function newId(): string {
  return randomBytes(12).toString('base64url');
}

/** A secret for a link, a session or a device: 256 random bits, 43 characters. Only its hash is stored. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What the store keeps of a secret: sha-256. A secret has 256 random bits, so it needs no salt. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Six digits to read from a board and type elsewhere. */
export function newPin(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}
