import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * True where the note in `file` says exactly `value`; a missing note says nothing.
 * @param {string} file @param {string} value
 */
export async function remembers(file, value) {
  return (await readFile(file, 'utf8').catch(() => '')).trim() === value;
}

/**
 * Writes the note in one move, so that a cut leaves the old one.
 * @param {string} file @param {string} value
 */
export async function remember(file, value) {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, `${value}\n`);
  await rename(`${file}.new`, file);
}
