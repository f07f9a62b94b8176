import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from '../run-command.mjs';

/** Chromium without the window around its pages: a page opens for half the work. */
export const SHELL = 'chromium-headless-shell';
/** As people have it: what is measured is measured in this. */
export const WHOLE = 'chromium';
const NAMES = [SHELL, WHOLE, 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The first browser that answers `--version`: `CHROMIUM_BIN` alone where it is set, else the usual names on PATH, else `others`.
 * Ubuntu's `chromium` is an empty shell that asks for snap, so being on PATH proves nothing.
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} [others]
 * @param {(command: string) => Promise<boolean>} [works]
 * @param {string} [preferred] the name that is tried first
 * @returns {Promise<string | undefined>} its program file, for a browser library looks at no PATH
 */
export async function findChromium(env, others = [], works = answersVersion, preferred = SHELL) {
  const names = [preferred, ...NAMES.filter((name) => name !== preferred), ...others];
  for (const name of env.CHROMIUM_BIN ? [env.CHROMIUM_BIN] : names) if (await works(name)) return fileOf(name, env);
  return undefined;
}

/** @param {string} name @param {NodeJS.ProcessEnv} env */
function fileOf(name, env) {
  if (name.includes('/')) return name;
  const places = (env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
  return places.find((file) => existsSync(file)) ?? name;
}

/** @param {string} command */
async function answersVersion(command) {
  const { code, output } = await runCommand(command, ['--version']);
  return code === 0 && /Chrom(e|ium)/.test(output);
}
