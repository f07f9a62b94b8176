import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NODE, ROOT } from './paths.mjs';

/**
 * Runs vitest once, its words going to this terminal.
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
  const child = spawn(program, words, { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] });
  const [code] = await once(child, 'exit');
  const report = await readFile(file, 'utf8').then(JSON.parse, () => undefined);
  await rm(folder, { recursive: true, force: true });
  return { code: code ?? 1, report };
}
