import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Folders that are results, not inputs. */
const RESULTS = new Set(['node_modules', 'dist', 'coverage']);

/** @param {string} root @param {string} path @returns {Promise<string[]>} */
async function filesUnder(root, path) {
  const info = await stat(join(root, path)).catch(() => undefined);
  if (!info) return [];
  if (!info.isDirectory()) return [path];
  const names = (await readdir(join(root, path))).filter((name) => !RESULTS.has(name)).sort();
  return (await Promise.all(names.map((name) => filesUnder(root, join(path, name))))).flat();
}

/**
 * One SHA-256 (hex) over the names and contents of files and folders below `root`; tests and what is missing do not count.
 * @param {string} root @param {string[]} paths
 */
export async function hashFiles(root, paths) {
  const hash = createHash('sha256');
  const files = (await Promise.all(paths.map((path) => filesUnder(root, path)))).flat();
  for (const file of files.filter((name) => !/\.test\.\w+$/.test(name))) {
    const content = createHash('sha256').update(await readFile(join(root, file)));
    hash.update(`${file}\0${content.digest('hex')}\n`);
  }
  return hash.digest('hex');
}
