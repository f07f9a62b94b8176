/** What a file is by its first bytes; its name says nothing. A `zip` may be PPTX or ODP, a `cfb` PPT: more is looked at apart. */
export type FileKind = 'pdf' | 'zip' | 'cfb' | 'picture';

/** As many bytes as `kindOf` wants to see. */
export const HEAD_BYTES = 1024;

/** [DK1] Tells what a file is; null for anything that no deck is made of. */
export function kindOf(head: Uint8Array): FileKind | null {
  const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, HEAD_BYTES));
  const begins = (hex: string) => bytes.subarray(0, hex.length / 2).toString('hex') === hex;
  if (begins('504b0304')) return 'zip';
  if (begins('d0cf11e0a1b11ae1')) return 'cfb';
  if (begins('ffd8ff') || begins('89504e470d0a1a0a')) return 'picture';
  if (begins('52494646') && bytes.toString('latin1', 8, 12) === 'WEBP') return 'picture';
  // PDF readers allow for something before the mark (ISO 32000-2, annex I).
  return bytes.includes('%PDF-') ? 'pdf' : null;
}
