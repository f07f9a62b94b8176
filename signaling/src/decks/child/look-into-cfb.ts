import type { ChildLine } from './child-line.ts';

/** Names of streams stand in the directory as UTF-16 (MS-CFB 2.6.1). */
const named = (name: string) => Buffer.from(`${name}\0`, 'utf16le');
/** VBAInfoContainer with its VBAInfoAtom (MS-PPT 2.4.10, 2.4.11): 8 bytes further on it says whether there are macros. */
const MACROS = Buffer.from('1f00ff0314000000' + '020000040c000000', 'hex');

/** [DK2] What a file in the old form of office programs is: a PPT, an encrypted PPTX, or something else. */
export function lookIntoCfb(bytes: Buffer): ChildLine {
  const has = (name: string) => bytes.includes(named(name));
  // An encrypted PPTX lies in such a file as a whole (MS-OFFCRYPTO 2.3.4.4), a PPT keeps an encrypted summary (2.3.5.4).
  if (has('EncryptedPackage') || has('EncryptedSummary')) return { say: 'refused', reason: 'deck/encrypted' };
  if (!has('PowerPoint Document')) return { say: 'refused', reason: 'deck/unknown-kind' };
  const at = bytes.indexOf(MACROS);
  const flag = at + MACROS.length + 4;
  const macros = at >= 0 && flag + 4 <= bytes.length && bytes.readUInt32LE(flag) !== 0;
  if (macros || has('_VBA_PROJECT')) return { say: 'refused', reason: 'deck/script' };
  return { say: 'office', as: 'ppt', outline: [] };
}
