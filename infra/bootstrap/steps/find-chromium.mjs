import { runCommand } from '../run-command.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The first browser that answers `--version`: `CHROMIUM_BIN` alone where it is set, else the usual names on PATH. Ubuntu's `chromium`
 * is an empty shell that asks for snap, so being on PATH proves nothing.
 * @param {NodeJS.ProcessEnv} env
 * @param {(command: string) => Promise<boolean>} [works]
 * @returns {Promise<string | undefined>}
 */
export async function findChromium(env, works = answersVersion) {
  if (env.CHROMIUM_BIN) return (await works(env.CHROMIUM_BIN)) ? env.CHROMIUM_BIN : undefined;
  for (const name of NAMES) if (await works(name)) return name;
  return undefined;
}

/** @param {string} command */
async function answersVersion(command) {
  const { code, output } = await runCommand(command, ['--version']);
  return code === 0 && /Chrom(e|ium)/.test(output);
}
