import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm } from '../npm.mjs';
import { ROOT } from '../paths.mjs';
import { PlainError } from '../plain-error.mjs';
import { remember, remembers } from '../remember.mjs';
import { packagesMatch } from './packages-match.mjs';

const NOTE = join(ROOT, 'node_modules', '.tongke-lock');

/** @param {string} path @returns {Promise<import('./packages-match.mjs').Lock>} */
async function lockAt(path) {
  return JSON.parse(await readFile(join(ROOT, path), 'utf8').catch(() => '{}'));
}

/**
 * Brings node_modules to what package-lock.json says; does nothing where it already is.
 * @param {import('../say.mjs').Step} step
 */
export async function installPackages(step) {
  const lock = await readFile(join(ROOT, 'package-lock.json'));
  const key = `${process.platform}-${process.arch} ${createHash('sha256').update(lock).digest('hex')}`;
  if (await remembers(NOTE, key)) return 'up to date';

  if (packagesMatch(await lockAt('package-lock.json'), await lockAt('node_modules/.package-lock.json'))) {
    await remember(NOTE, key);
    return 'up to date with a changed lockfile';
  }

  step.note('npm ci (a few minutes the first time)');
  const { code, output } = await npm(['ci', '--prefer-offline', '--no-audit', '--no-fund']);
  if (code !== 0)
    throw new PlainError(
      `npm ci did not succeed:\n\n${output.trim()}\n\nCheck the network and the registry, then run this again.`,
    );
  await remember(NOTE, key);
  return 'installed';
}
