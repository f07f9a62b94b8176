import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));

/** What a page downloads before it can be used. */
export interface PageSize {
  readonly page: string;
  /** Sum over the files, each compressed by itself as a server sends it. */
  readonly gzipBytes: number;
  readonly files: readonly { readonly file: string; readonly gzipBytes: number }[];
}

/** The most that a tablet may download until it can buzz and answer, in bytes after gzip. */
export const TABLET_LIMIT = 120_000;

/** Weighs a built page: its HTML, its scripts and styles, and every module that those import at once. */
export async function pageSize(page = 's.html', dist = DIST): Promise<PageSize> {
  const html = await readFile(join(dist, page), 'utf8');
  const wanted = [...html.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)].map(([, file]) => (file ?? '').slice(1));
  const seen = new Map<string, number>([[page, gzipSync(html).length]]);
  while (wanted.length > 0) {
    const file = wanted.pop() ?? '';
    if (seen.has(file)) continue;
    const text = await readFile(join(dist, file), 'utf8');
    seen.set(file, gzipSync(text).length);
    if (file.endsWith('.js')) wanted.push(...importsOf(text).map((name) => join(dirname(file), name)));
  }
  const files = [...seen].map(([file, gzipBytes]) => ({ file, gzipBytes }));
  return { page, gzipBytes: files.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0), files };
}

/** Static imports only: what is imported later is not waited for. */
function importsOf(code: string): string[] {
  return [...code.matchAll(/(?:\bfrom|\bimport)\s*["'`](\.[^"'`]+\.js)["'`]/g)].map(([, name]) => name ?? '');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const size = await pageSize();
  console.log(JSON.stringify({ ...size, limit: TABLET_LIMIT, ok: size.gzipBytes <= TABLET_LIMIT }));
}
