import { basename } from 'node:path';
import { PlainError } from '../plain-error.mjs';
import { browserPlan } from './browser-plan.mjs';
import { FETCHED_CHROMIUM, fetchChromium } from './fetch-chromium.mjs';
import { findChromium, SHELL } from './find-chromium.mjs';
import { installDebianPackages } from './install-debian-packages.mjs';
import { machine } from './machine.mjs';

/** A library that the fetched browser needs; its presence shows in the browser's own answer. */
const LIBRARY = { name: 'libnss3', present: async () => (await find()) !== undefined };

/** @param {string} [preferred] */
const find = (preferred) => findChromium(process.env, [FETCHED_CHROMIUM], undefined, preferred);

/**
 * Finds a browser that runs, or brings one. Debian's package of the preferred kind where it may be installed, though the other one is there.
 * @param {import('../say.mjs').Step} step
 * @param {string} [preferred] `SHELL` or `WHOLE`
 * @returns {Promise<{ path: string, text: string }>}
 */
export async function ensureChromium(step, preferred = SHELL) {
  const isKind = (/** @type {string | undefined} */ path) =>
    path && (basename(path) === SHELL) === (preferred === SHELL);
  const found = await find(preferred);
  if (found && isKind(found)) return { path: found, text: found };
  const bin = process.env.CHROMIUM_BIN;
  const plan = browserPlan({ ...(await machine()), ...(bin && { chromiumBin: bin }) });
  if (plan.from === 'debian') {
    const wanted = { name: preferred, present: async () => Boolean(isKind(await find(preferred))) };
    await installDebianPackages(step, [wanted]).catch((error) => {
      if (!found) throw error;
    });
  } else if (found) return { path: found, text: found };
  else if (plan.from === 'nowhere') throw new PlainError(plan.message);
  else {
    await fetchChromium(step);
    await installDebianPackages(step, [LIBRARY]);
  }
  const path = await find(preferred);
  if (!path) throw new PlainError('A browser was installed but does not run. Set CHROMIUM_BIN to one that does.');
  return { path, text: path };
}
