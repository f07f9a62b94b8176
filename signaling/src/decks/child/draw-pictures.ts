import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MAX_PIXELS, PICTURE_INPUT, safeSharp } from '../../blobs/safe-sharp.ts';
import type { ChildJob } from './child-job.ts';
import type { ChildLine } from './child-line.ts';
import { PAGE_SIZES } from './page-sizes.ts';

/** [DK4] Makes a page of each picture, upright, on white where it was transparent, and without anything else that its file held. */
export async function drawPictures(
  { file, folder, from, sizes }: Extract<ChildJob, { job: 'pictures' }>,
  say: (line: ChildLine) => void,
): Promise<void> {
  say({ say: 'pages', count: sizes.length });
  const source = await open(file);
  let at = 0;
  for (const [index, size] of sizes.entries()) {
    const page = index + 1;
    if (page >= from) {
      const { buffer } = await source.read(Buffer.alloc(size), 0, size, at);
      say({ say: 'page', page, drawn: await drawPicture(buffer, join(folder, String(page))), text: '' });
    }
    at += size;
  }
  await source.close();
}

async function drawPicture(bytes: Buffer, path: string): Promise<boolean> {
  try {
    const { width, height } = await safeSharp(bytes, PICTURE_INPUT).metadata();
    if (width * height > MAX_PIXELS) return false;
    for (const { name, longest, quality } of PAGE_SIZES) {
      const webp = await safeSharp(bytes, PICTURE_INPUT)
        .autoOrient()
        .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#fff' })
        .toColourspace('srgb')
        .webp({ quality })
        .toBuffer();
      await writeFile(`${path}-${name}.webp`, webp);
    }
    return true;
  } catch {
    return false;
  }
}
