import { rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { seeded } from '@tongke/shared-types/testing';
import { report } from '../bench/report.ts';
import { campaign, isCaught } from './campaign.ts';
import { counts, type FaultRun, isRed } from './fault-run.ts';
import { MUTANTS } from './mutants/mutants.ts';
import { planOf } from './plan.ts';
import { makeTemplate } from './stage.ts';

/** The long form: `--runs N` faults, 208 unless told, `--answers N` in each, 5,000 unless told, `--seed N`. Fails where anything was found. */
const option = (name: string, fallback: number) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};
const loadBefore = loadavg()[0] ?? 0;
const seed = option('seed', 1);
const nemeses = planOf(option('runs', 208), seeded(seed));
const template = await makeTemplate();
const options = { template, seed, nemeses, answersARun: option('answers', 5_000), onRun };
try {
  let caught = 0;
  for (const { name } of MUTANTS) {
    const isRedNow = await isCaught(name, { ...options, answersARun: 600 });
    console.error(`mutant ${name}: ${isRedNow ? 'caught' : 'NOT CAUGHT'}`);
    if (isRedNow) caught += 1;
  }
  const runs = await campaign(options);
  const sum = (figure: (run: FaultRun) => number) => runs.reduce((total, run) => total + figure(run), 0);
  const found = (kind: keyof FaultRun['findings']) => sum(({ findings }) => findings[kind].length);
  const none = (id: string, value: number) => ({ id, value, goal: 0, better: 'less', control: null }) as const;
  const many = (id: string, value: number, goal: number) =>
    ({ id, value, goal, better: 'more', control: null }) as const;
  const answers = sum((run) => run.answers);
  report({
    name: 'test:faults',
    runs: runs.length,
    loadBefore,
    goals: [
      none('answers-lost', found('lost')),
      none('answers-doubled', found('doubled')),
      none('screens-different', found('different')),
      none('answers-unsettled-30s-after-heal', found('unsettled')),
      many('answers', answers, 1_000_000),
      many('fault-runs', runs.length, 200),
      many('checker-mutants-caught', caught / MUTANTS.length, 1),
    ],
    details: { seed, byNemesis: byNemesis(runs), leastInFlight: Math.min(...runs.map(({ inFlight }) => inFlight)) },
  });
  if (runs.some(({ findings }) => isRed(findings)) || caught < MUTANTS.length) process.exitCode = 1;
} finally {
  rmSync(template.folder, { recursive: true, force: true });
}
process.exit();

function onRun(run: FaultRun, index: number): void {
  const { nemesis, answers, inFlight, findings, ms } = run;
  const found = isRed(findings) ? JSON.stringify(counts(findings)) : 'well';
  console.error(
    `${index + 1}/${nemeses.length} ${nemesis}: ${answers} answers, ${inFlight} in flight, ${ms} ms: ${found}`,
  );
  for (const finding of Object.values(findings).flat().slice(0, 5)) console.error(`  ${finding}`);
}

function byNemesis(runs: readonly FaultRun[]): Record<string, number> {
  const times: Record<string, number> = {};
  for (const { nemesis } of runs) times[nemesis] = (times[nemesis] ?? 0) + 1;
  return times;
}
