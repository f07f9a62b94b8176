import type { ChildLine } from './child-line.ts';
import { odpOutline } from './odp-outline.ts';
import { pptxOutline } from './pptx-outline.ts';
import { type ZipEntries, zipEntries } from './zip-entries.ts';

/** What a package may unpack to, and of how many files it may consist. */
const UNPACKED_BYTES = 1_000_000_000;
const FILES = 20_000;
/** Macros and controls: VBA and ActiveX of Office (ECMA-376 has no other), Basic and script folders of OpenDocument. */
const SCRIPTS = /(^|\/)vbaProject\.bin$|(^|\/)activeX\/|^Basic\/|^Scripts\//i;

/** [DK2] What a ZIP file is: PPTX, ODP, or something else; and what speaks against opening it. Rejects when it is broken. */
export async function lookIntoZip(file: string): Promise<ChildLine> {
  const zip = await zipEntries(file);
  try {
    const entries = [...zip.all.values()];
    const unpacked = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
    if (unpacked > UNPACKED_BYTES || entries.length > FILES) return refused('deck/unpacks-too-large');
    const as = await kindOfPackage(zip);
    if (as === null) return refused('deck/unknown-kind');
    if (entries.some((entry) => entry.isEncrypted())) return refused('deck/encrypted');
    if (as === 'odp' && (await zip.text('META-INF/manifest.xml')).includes(':encryption-data'))
      return refused('deck/encrypted');
    if (entries.some(({ fileName }) => SCRIPTS.test(fileName))) return refused('deck/script');
    return { say: 'office', as, outline: await (as === 'pptx' ? pptxOutline(zip) : odpOutline(zip)) };
  } finally {
    zip.close();
  }
}

async function kindOfPackage(zip: ZipEntries): Promise<'pptx' | 'odp' | null> {
  if (zip.all.has('[Content_Types].xml') && zip.all.has('ppt/presentation.xml')) return 'pptx';
  if (!zip.all.has('mimetype')) return null;
  return (await zip.text('mimetype')).trim() === 'application/vnd.oasis.opendocument.presentation' ? 'odp' : null;
}

function refused(reason: Extract<ChildLine, { say: 'refused' }>['reason']): ChildLine {
  return { say: 'refused', reason };
}
