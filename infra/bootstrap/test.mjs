import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { runMain } from './run-main.mjs';
import { runVitest } from './run-vitest.mjs';
import { tally } from './tally.mjs';
import { testEnvironment } from './test-environment.mjs';
import { vitestArgs } from './vitest-args.mjs';

/** Projects with deadlines of their own: voices, pictures and presses in a browser before all, which wait a good deal for the clock. */
const FIRST = ['sfu-server', 'infra', 'e2e-timed'];
/** Browser tests that wait patiently for what they want to see: they give way to those, and all others give way to them, too. */
const PATIENT = ['e2e'];
const PATIENT_GIVE_WAY_BY = '10';
/** Starts whoever takes what others leave to the processors, and their browsers. */
const GIVE_WAY = join(ROOT, 'signaling', 'src', 'decks', 'give-way.sh');
const YIELDING_BROWSER = join(ROOT, 'infra', 'bootstrap', 'give-way-chromium.sh');

/**
 * Everything, in three runs at once. Several of vitest's summaries on one terminal would wipe each other out; with CI it prints plain lines.
 * @param {NodeJS.ProcessEnv} env
 */
function runAll(env) {
  const only = (/** @type {readonly string[]} */ names) => names.flatMap((name) => ['--project', name]);
  const without = (/** @type {readonly string[]} */ names) => names.flatMap((name) => ['--project', `!${name}`]);
  const yielding = { ...env, YIELDING_CHROMIUM: env.CHROMIUM_BIN, CHROMIUM_BIN: YIELDING_BROWSER };
  return Promise.all([
    runVitest(only(FIRST), { ...env, CI: '1', TONGKE_TEST_RUN: '0' }),
    runVitest(only(PATIENT), { ...yielding, GIVE_WAY_BY: PATIENT_GIVE_WAY_BY, CI: '1', TONGKE_TEST_RUN: '1' }, [
      GIVE_WAY,
    ]),
    runVitest(without([...FIRST, ...PATIENT]), { ...yielding, CI: '1', TONGKE_TEST_RUN: '2' }, [GIVE_WAY]),
  ]);
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
