import { setTimeout as sleep } from 'node:timers/promises';
import { runCommand } from '../run-command.mjs';

/** How long another installation may go on, in ms: a fresh machine updates itself in its first minutes. */
const PATIENCE_MS = 300_000;
const LOCKED = /(Could not get|Unable to acquire the dpkg frontend) lock|Unable to lock directory/;

/**
 * Runs apt-get, and waits where another installation holds its locks.
 * @param {string[]} args
 * @param {{ log: (line: string) => void, onLine?: (line: string) => void, patienceMs?: number, pollMs?: number }} options  `log` is told
 *   once that it waits
 * @returns {Promise<{ code: number, output: string }>} as runCommand
 */
export async function aptGet(args, { log, onLine, patienceMs = PATIENCE_MS, pollMs = 5_000 }) {
  // In C, so that its words can be told apart.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
  const start = performance.now();
  let said = false;
  const wait = () => {
    if (!said) log('waiting for another installation on this machine to end (5 minutes at most)');
    said = true;
  };
  for (;;) {
    // It waits for dpkg's lock by itself, but for its own lists' and archives' lock it does not.
    const result = await runCommand(
      'apt-get',
      ['-o', `DPkg::Lock::Timeout=${Math.round(patienceMs / 1_000)}`, ...args],
      {
        env,
        onLine(line) {
          if (LOCKED.test(line)) wait();
          onLine?.(line);
        },
      },
    );
    if (result.code === 0 || !LOCKED.test(result.output) || performance.now() - start > patienceMs) return result;
    wait();
    await sleep(pollMs);
  }
}

/**
 * Installs packages of the distribution after a look at its newest lists. Where that look failed, its words come first: they are the
 * cause.
 * @param {string[]} packages @param {Parameters<typeof aptGet>[1]} options
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function aptInstall(packages, options) {
  const update = await aptGet(['update', '-q'], options);
  const install = await aptGet(['install', '-y', '-q', '--no-install-recommends', ...packages], options);
  const words = update.code === 0 ? '' : `apt-get update:\n${update.output.trim()}\n\napt-get install:\n`;
  return { code: install.code, output: `${words}${install.output.trim()}` };
}
