import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm } from '../npm.mjs';
import { ROOT } from '../paths.mjs';
import { PlainError } from '../plain-error.mjs';
import { remember, remembers } from '../remember.mjs';
import { lacking } from './lacking.mjs';
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
  const there = () => lacking(ROOT).length === 0;
  if (there() && (await remembers(NOTE, key))) return 'up to date';

  if (there() && packagesMatch(await lockAt('package-lock.json'), await lockAt('node_modules/.package-lock.json'))) {
    await remember(NOTE, key);
    return 'up to date with a changed lockfile';
  }

  step.note('npm ci (a few minutes the first time)');
  const { code, output } = await npm(['ci', '--include=dev', '--prefer-offline', '--no-audit', '--no-fund']);
  if (code !== 0)
    throw new PlainError(
      `npm ci did not succeed:\n\n${output.trim()}\n\nCheck the network and the registry, then run this again.`,
    );
  const left = lacking(ROOT);
  if (left.length > 0)
    throw new PlainError(
      `npm ci left out ${left.join(', ')}. A setting of npm must be in the way ("npm config list" shows them): mend it, then run this again.`,
    );
  await remember(NOTE, key);
  return 'installed';
}
