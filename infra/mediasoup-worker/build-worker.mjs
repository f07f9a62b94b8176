import { cp, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PlainError } from '../bootstrap/plain-error.mjs';
import { runCommand } from '../bootstrap/run-command.mjs';
import { cpuLevel } from './cpu-level.mjs';
import { ninjaPercent } from './ninja-percent.mjs';
import { HERE, PACKAGE } from './paths.mjs';

/** What the compiler is told on top of meson's release build (-O3). */
function machineFlags() {
  const level = cpuLevel();
  return level === 'baseline' ? '' : `-march=${level}`;
}

/**
 * Runs one step of the build; a failure is a bug of the recipe or of the machine, so its last words are shown.
 * @param {string} command @param {string[]} args @param {Parameters<typeof runCommand>[2]} [options]
 */
async function step(command, args, options) {
  const { code, output } = await runCommand(command, args, options);
  if (code === 0) return;
  throw new PlainError(
    `Building the media worker failed at "${command} ${args.slice(0, 3).join(' ')}":\n\n${output.trim()}`,
  );
}

/**
 * Applies every patch of a folder, exactly: one that no longer fits fails the build.
 * @param {string} name  folder below patches/ @param {string} source
 */
async function applyPatches(name, source) {
  const folder = join(HERE, 'patches', name);
  for (const file of (await readdir(folder)).filter((entry) => entry.endsWith('.patch')).sort()) {
    await step('patch', ['-p1', '-F0', '--batch', `--input=${join(folder, file)}`], { cwd: source });
  }
}

/**
 * Builds mediasoup-worker from the npm package's own source against the distribution's libraries.
 * @param {{ work: string, libsrtp: string, tuned: boolean, log: (line: string) => void }} job
 *   `work` is an empty folder, `libsrtp` a tarball; untuned leaves out all that is there for speed alone
 * @returns {Promise<string>} the stripped binary, inside `work`
 */
export async function buildWorker({ work, libsrtp, tuned, log }) {
  const flags = tuned ? machineFlags() : '';
  const env = { ...process.env, CFLAGS: flags, CXXFLAGS: flags };
  const release = ['--buildtype=release', `-Db_lto=${tuned}`];

  const srtp = join(work, 'libsrtp');
  await mkdir(srtp);
  await step('tar', ['xzf', libsrtp, '--strip-components=1', '-C', srtp]);
  if (tuned) await applyPatches('libsrtp-speed', srtp);
  // Distributions build libsrtp2 on NSS, which makes a new context for every packet; OpenSSL's contexts live as long as the stream.
  const srtpOptions = ['--default-library=static', '-Dcrypto-library=openssl'];
  const srtpParts = ['-Dtests=disabled', '-Ddoc=disabled', '-Dpcap-tests=disabled'];
  const srtpOut = join(work, 'srtp');
  await step(
    'meson',
    [
      'setup',
      ...release,
      ...srtpOptions,
      ...srtpParts,
      `--prefix=${srtpOut}`,
      '--libdir=lib',
      join(srtp, 'build'),
      srtp,
    ],
    { env },
  );
  await step('ninja', ['-C', join(srtp, 'build'), 'install']);

  const source = join(work, 'worker');
  await cp(join(PACKAGE, 'worker'), source, { recursive: true });
  await cp(join(HERE, 'subprojects'), join(source, 'subprojects'), { recursive: true });
  await applyPatches('worker', source);
  if (tuned) await applyPatches('worker-speed', source);
  const build = join(work, 'build');
  const options = ['--wrap-mode=nodownload', ...release, '-Db_ndebug=true'];
  await step('meson', ['setup', ...options, build, source], {
    env: { ...env, PKG_CONFIG_PATH: join(srtpOut, 'lib', 'pkgconfig') },
  });
  // Parts of libwebrtc include generated headers without saying so: made first, or a parallel build can lose the race.
  await step('ninja', ['-C', build, 'fbs/FBS/worker.h']);
  const percent = ninjaPercent((text) => log(`compiling ${text}`));
  await step('ninja', ['-C', build, 'mediasoup-worker'], { onLine: percent });
  await step('strip', [join(build, 'mediasoup-worker')]);
  return join(build, 'mediasoup-worker');
}
