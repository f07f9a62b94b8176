import { PlainError } from '../bootstrap/plain-error.mjs';
import { runCommand } from '../bootstrap/run-command.mjs';
import { aptInstall } from '../bootstrap/steps/apt-get.mjs';
import { aptPlan } from '../bootstrap/steps/apt-plan.mjs';
import { machine } from '../bootstrap/steps/machine.mjs';

/** Debian 12's and Ubuntu 24.04's packages that the build needs. */
export const BUILD_PACKAGES = [
  'g++',
  'meson',
  'ninja-build',
  'patch',
  'pkg-config',
  'openssl',
  'libssl-dev',
  'libuv1-dev',
  'libabsl-dev',
  'libflatbuffers-dev',
  'flatbuffers-compiler',
  'flatbuffers-compiler-dev',
];

/**
 * Which of the packages dpkg does not list as installed; a virtual or renamed package counts through what provides it.
 * @param {string[]} wanted
 */
export async function missingOf(wanted) {
  const format = `\${Package} \${db:Status-Status} \${Provides}\\n`;
  let all = '';
  await runCommand('dpkg-query', ['--show', `--showformat=${format}`], { onLine: (text) => (all += `${text}\n`) });
  const present = new Set(
    all
      .split('\n')
      .map((text) => /^(\S+) installed ?(.*)$/.exec(text))
      .flatMap((found) =>
        found ? [found[1], ...(found[2] ?? '').split(',').map((name) => name.trim().split(' ')[0])] : [],
      ),
  );
  return wanted.filter((name) => !present.has(name));
}

/**
 * Makes sure that packages are there: installs them for root, and names them to anybody else with a PlainError, together with what is
 * missing for later steps.
 * @param {string[]} wanted
 * @param {{ log: (line: string) => void, later?: string[] }} options
 */
export async function ensurePackages(wanted, { log, later = [] }) {
  const plan = aptPlan({ missing: await missingOf(wanted), later, ...(await machine()) });
  if (plan.do === 'nothing') return;
  if (plan.do === 'explain') throw new PlainError(plan.message);
  log(`installing ${plan.packages.join(' ')}`);
  const { code, output } = await aptInstall(plan.packages, { log });
  if (code !== 0)
    throw new PlainError(`These packages could not be installed: ${plan.packages.join(' ')}\n\n${output}`);
}
