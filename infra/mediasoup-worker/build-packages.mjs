import { PlainError } from '../bootstrap/plain-error.mjs';
import { runCommand } from '../bootstrap/run-command.mjs';

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

/** @param {string[]} missing */
export function installLine(missing) {
  return `apt-get install --yes --no-install-recommends ${missing.join(' ')}`;
}

/**
 * Which of the packages dpkg does not list as installed; a virtual or renamed package counts through what provides it.
 * @param {string[]} wanted
 */
async function missingOf(wanted) {
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
 * Makes sure that packages are there: installs them for root, and names them to anybody else with a PlainError.
 * @param {string[]} wanted
 * @param {(line: string) => void} log
 */
export async function ensurePackages(wanted, log) {
  const missing = await missingOf(wanted);
  if (missing.length === 0) return;
  const line = installLine(missing);
  if (process.getuid?.() !== 0) {
    throw new PlainError(
      `The media worker needs packages that this machine lacks. Run this, then start again:\n\n  sudo ${line}`,
    );
  }
  log(`installing ${missing.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand('apt-get', ['update'], { env });
  const { code, output } = await runCommand('apt-get', line.split(' ').slice(1), { env });
  if (code !== 0)
    throw new PlainError(`These packages could not be installed: ${missing.join(' ')}\n\n${output.trim()}`);
}
