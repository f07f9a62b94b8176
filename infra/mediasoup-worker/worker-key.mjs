import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashFiles } from '../bootstrap/hash-files.mjs';
import { runCommand } from '../bootstrap/run-command.mjs';
import { cpuLevel } from './cpu-level.mjs';
import { HERE, PACKAGE } from './paths.mjs';

/** What decides which binary comes out, besides the compiler, and what it had to pass. */
export const RECIPE = ['subprojects', 'patches', 'build-worker.mjs', 'libsrtp-source.mjs', 'smoke'];

/**
 * Joins what a worker depends on into one folder name.
 * @param {{ mediasoup: string, overlay: string, openssl: string, machine: string }} parts  `overlay` is a hex hash
 */
export function keyOf({ mediasoup, overlay, openssl, machine }) {
  return `${mediasoup}-${overlay.slice(0, 12)}-openssl${openssl}-${machine}`.replaceAll(/[^\w.-]/g, '_');
}

/** The version of mediasoup in node_modules. */
export async function mediasoupVersion() {
  return JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8')).version;
}

/** The cache key of the worker that belongs to this checkout on this machine. */
export async function workerKey() {
  const { output } = await runCommand('openssl', ['version']);
  return keyOf({
    mediasoup: await mediasoupVersion(),
    overlay: await hashFiles(HERE, RECIPE),
    openssl: output.split(' ')[1] ?? 'none',
    machine: `${process.platform}-${process.arch}-${cpuLevel()}`,
  });
}
