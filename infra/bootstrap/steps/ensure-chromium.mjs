import { basename } from 'node:path';
import { PlainError } from '../plain-error.mjs';
import { browserPlan } from './browser-plan.mjs';
import { FETCHED_CHROMIUM, fetchChromium } from './fetch-chromium.mjs';
import { findChromium, SHELL } from './find-chromium.mjs';
import { installDebianPackages } from './install-debian-packages.mjs';
import { machine } from './machine.mjs';

/** A library that the fetched browser needs; its presence shows in the browser's own answer. */
const LIBRARY = { name: 'libnss3', present: async () => (await find()) !== undefined };
const CHROMIUM = { name: SHELL, present: async () => basename((await find()) ?? '') === SHELL };

const find = () => findChromium(process.env, [FETCHED_CHROMIUM]);

/**
 * Finds a browser that runs, or brings one. Debian's headless shell where it may be installed, though another browser is there.
 * @param {import('../say.mjs').Step} step
 * @returns {Promise<{ path: string, text: string }>}
 */
export async function ensureChromium(step) {
  const found = await find();
  if (found && basename(found) === SHELL) return { path: found, text: found };
  const bin = process.env.CHROMIUM_BIN;
  const plan = browserPlan({ ...(await machine()), ...(bin && { chromiumBin: bin }) });
  if (plan.from === 'debian') {
    await installDebianPackages(step, [CHROMIUM]).catch((error) => {
      if (!found) throw error;
    });
  } else if (found) return { path: found, text: found };
  else if (plan.from === 'nowhere') throw new PlainError(plan.message);
  else {
    await fetchChromium(step);
    await installDebianPackages(step, [LIBRARY]);
  }
  const path = await find();
  if (!path) throw new PlainError('A browser was installed but does not run. Set CHROMIUM_BIN to one that does.');
  return { path, text: path };
}
