import { runMain } from './run-main.mjs';
import { runVitest } from './run-vitest.mjs';
import { tally } from './tally.mjs';
import { testEnvironment } from './test-environment.mjs';
import { vitestArgs } from './vitest-args.mjs';

/** What needs nothing but the processors. The rest, browsers before all, waits a good deal for what is promised by the clock. */
const PLAIN = ['shared-types', 'signaling', 'classroom-client'];
const YIELDING = ['chrt', '--idle', '0'];

/**
 * Everything, in two runs at once: the plain tests take what the others leave to the processors.
 * Two of vitest's summaries on one terminal would wipe each other out; with CI it prints plain lines.
 * @param {NodeJS.ProcessEnv} env
 */
function runAll(env) {
  const lines = { ...env, CI: '1' };
  const chosen = PLAIN.flatMap((name) => ['--project', name]);
  const others = PLAIN.flatMap((name) => ['--project', `!${name}`]);
  return Promise.all([runVitest(others, lines), runVitest(chosen, lines, YIELDING)]);
}

let summary = '0 passed, 1 failed';
await runMain(async () => {
  const argv = process.argv.slice(2);
  const { args, filtered } = vitestArgs(argv);
  const env = await testEnvironment();
  const runs = argv.length === 0 ? await runAll(env) : [await runVitest(args, env)];
  const tallies = runs.map(({ report, code }) => tally(report, { code, filtered }));
  const skipped = tallies.flatMap((one) => one.skipped);
  if (skipped.length > 0 && !filtered) console.error(`Skipped, which counts as failed:\n  ${skipped.join('\n  ')}`);
  const passed = tallies.reduce((sum, one) => sum + one.passed, 0);
  const failed = tallies.reduce((sum, one) => sum + one.failed, 0);
  summary = `${passed} passed, ${failed} failed`;
  return failed === 0 ? 0 : 1;
});
console.log(summary);
