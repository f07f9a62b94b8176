import { mkdir, rm } from 'node:fs/promises';

/**
 * Makes a folder anew and empty.
 * @param {string} folder
 * @returns {Promise<string>} the same folder
 */
export async function emptied(folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return folder;
}
