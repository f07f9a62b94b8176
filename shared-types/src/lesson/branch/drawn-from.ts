const PRIME = 0x01000193;
const BASIS = 0x811c9dc5;

/** A lot, from 0 up to 1, that everybody draws alike from the same words (FNV-1a, 32 bits). No secret: a pupil cannot reckon it by hand. */
export function drawnFrom(words: string): number {
  let hash = BASIS;
  for (let at = 0; at < words.length; at += 1) hash = Math.imul(hash ^ words.charCodeAt(at), PRIME);
  return (hash >>> 0) / 2 ** 32;
}
