import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NODE, ROOT } from './paths.mjs';
import { runMain } from './run-main.mjs';
import { tally } from './tally.mjs';
import { testEnvironment } from './test-environment.mjs';
import { vitestArgs } from './vitest-args.mjs';

/** @param {string[]} argv @param {NodeJS.ProcessEnv} env */
async function runVitest(argv, env) {
  const { args, filtered } = vitestArgs(argv);
  const folder = await mkdtemp(join(tmpdir(), 'tongke-test-'));
  const file = join(folder, 'report.json');
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const child = spawn(NODE, [vitest, 'run', ...reporters, ...args], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  const report = await readFile(file, 'utf8').then(JSON.parse, () => undefined);
  await rm(folder, { recursive: true, force: true });
  return { filtered, code: code ?? 1, report };
}

let summary = '0 passed, 1 failed';
await runMain(async () => {
  const run = await runVitest(process.argv.slice(2), await testEnvironment());
  const { passed, failed, skipped } = tally(run.report, run);
  if (skipped.length > 0 && !run.filtered) console.error(`Skipped, which counts as failed:\n  ${skipped.join('\n  ')}`);
  summary = `${passed} passed, ${failed} failed`;
  return failed === 0 && run.code === 0 ? 0 : 1;
});
console.log(summary);
