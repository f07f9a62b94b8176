import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NODE, ROOT } from './paths.mjs';

const ENDS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Runs vitest once in a session of its own, its words going to this terminal. What is to end this process ends it and all that it started.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} [under] a program with its arguments that starts it
 * @returns {Promise<{ code: number, report: import('./tally.mjs').Report | undefined }>}
 */
export async function runVitest(args, env, under = []) {
  const folder = await mkdtemp(join(tmpdir(), 'tongke-test-'));
  const file = join(folder, 'report.json');
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const [program = NODE, ...words] = [...under, NODE, vitest, 'run', ...reporters, ...args];
  const child = spawn(program, words, { cwd: ROOT, env, detached: true, stdio: ['ignore', 'inherit', 'inherit'] });
  const end = (/** @type {NodeJS.Signals} */ signal) => child.pid && process.kill(-child.pid, signal);
  for (const signal of ENDS) process.on(signal, end);
  const [code] = await once(child, 'exit');
  for (const signal of ENDS) process.off(signal, end);
  const report = await readFile(file, 'utf8').then(JSON.parse, () => undefined);
  await rm(folder, { recursive: true, force: true });
  return { code: code ?? 1, report };
}
