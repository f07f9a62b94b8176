import { open, readFile } from 'node:fs/promises';
import { HEAD_BYTES, kindOf } from '../kind-of.ts';
import type { ChildLine } from './child-line.ts';
import { lookIntoCfb } from './look-into-cfb.ts';
import { lookIntoZip } from './look-into-zip.ts';

/** [DK2] [DK5] Looks into a package of an office program before any of it is opened: what it is, what speaks against it, its notes. */
export async function look(file: string): Promise<ChildLine> {
  const handle = await open(file);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
  await handle.close();
  if (kindOf(buffer.subarray(0, bytesRead)) === 'cfb') return lookIntoCfb(await readFile(file));
  try {
    return await lookIntoZip(file);
  } catch {
    return { say: 'refused', reason: 'deck/broken' };
  }
}
