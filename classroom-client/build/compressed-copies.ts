import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip, constants as zlib } from 'node:zlib';
import type { Plugin } from 'vite';

const squeezed = /\.(?:css|html|js|svg)$/;
/** Smaller files fit one packet as they are. */
const WORTH = 1_000;
const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

/** Puts a gzip and a brotli copy beside each built file, where the server looks for them; plain HTTP knows gzip alone. */
export function compressedCopies(): Plugin {
  return {
    name: 'compressed-copies',
    apply: 'build',
    async writeBundle({ dir = '.' }, bundle) {
      const files = Object.values(bundle).filter(({ fileName }) => squeezed.test(fileName));
      await Promise.all(
        files.map(async (file) => {
          const source = Buffer.from(file.type === 'chunk' ? file.code : file.source);
          if (source.length < WORTH) return;
          const path = join(dir, file.fileName);
          await writeFile(`${path}.gz`, await toGzip(source, { level: zlib.Z_BEST_COMPRESSION }));
          await writeFile(`${path}.br`, await toBrotli(source));
        }),
      );
    },
  };
}
