import { xchacha20poly1305 } from '@noble/ciphers/chacha';

/** What a round shows at its start. Sealed, it is on every screen before. */
export interface Cue {
  readonly prompt: string;
  readonly mode: string;
  /** How many teams, where there are any. */
  readonly teams: number | null;
}

const NONCE_BYTES = 24;
/** Sealed cues come in few lengths, so that the length does not tell the question. */
const PAD_BYTES = 128;
const SPACE = 0x20;

/**
 * Seals a cue with XChaCha20-Poly1305: 24 bytes of nonce, then the text. `key` is 32 random bytes made for this round alone, `nonce`
 * 24 random bytes. A cue sealed for one round does not open as another's.
 */
export function sealCue(cue: Cue, roundId: string, key: Uint8Array, nonce: Uint8Array): Uint8Array {
  const said = new TextEncoder().encode(JSON.stringify(cue));
  const padded = new Uint8Array(Math.ceil(said.length / PAD_BYTES) * PAD_BYTES).fill(SPACE);
  padded.set(said);
  const text = cipher(roundId, key, nonce).encrypt(padded);
  const sealed = new Uint8Array(NONCE_BYTES + text.length);
  sealed.set(nonce);
  sealed.set(text, NONCE_BYTES);
  return sealed;
}

/** What was sealed; null when the key, the round or the bytes are others. */
export function openCue(sealed: Uint8Array, roundId: string, key: Uint8Array): Cue | null {
  try {
    const text = cipher(roundId, key, sealed.subarray(0, NONCE_BYTES)).decrypt(sealed.subarray(NONCE_BYTES));
    return JSON.parse(new TextDecoder().decode(text)) as Cue;
  } catch {
    return null;
  }
}

function cipher(roundId: string, key: Uint8Array, nonce: Uint8Array) {
  return xchacha20poly1305(key, nonce, new TextEncoder().encode(roundId));
}
