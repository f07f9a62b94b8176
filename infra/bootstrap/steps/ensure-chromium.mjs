import { PlainError } from '../plain-error.mjs';
import { browserPlan } from './browser-plan.mjs';
import { FETCHED_CHROMIUM, fetchChromium } from './fetch-chromium.mjs';
import { findChromium } from './find-chromium.mjs';
import { installDebianPackages } from './install-debian-packages.mjs';
import { machine } from './machine.mjs';

/** A library that the fetched browser needs; its presence shows in the browser's own answer. */
const LIBRARY = { name: 'libnss3', present: async () => (await find()) !== undefined };
const CHROMIUM = { name: 'chromium', present: async () => (await find()) !== undefined };

const find = () => findChromium(process.env, [FETCHED_CHROMIUM]);

/**
 * Finds a browser that runs, or brings one.
 * @param {import('../say.mjs').Step} step
 * @returns {Promise<{ path: string, text: string }>}
 */
export async function ensureChromium(step) {
  let path = await find();
  if (path) return { path, text: path };

  const bin = process.env.CHROMIUM_BIN;
  const plan = browserPlan({ ...(await machine()), ...(bin && { chromiumBin: bin }) });
  if (plan.from === 'nowhere') throw new PlainError(plan.message);
  if (plan.from === 'debian') await installDebianPackages(step, [CHROMIUM]);
  if (plan.from === 'npm') {
    await fetchChromium(step);
    await installDebianPackages(step, [LIBRARY]);
  }
  path = await find();
  if (!path) throw new PlainError('A browser was installed but does not run. Set CHROMIUM_BIN to one that does.');
  return { path, text: path };
}
