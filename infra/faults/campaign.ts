import { seeded } from '@tongke/shared-types/testing';
import { check, type Findings } from './check.ts';
import { counts, type FaultRun, faultRun, isRed } from './fault-run.ts';
import type { Stored } from './history.ts';
import type { MutantName } from './mutants/mutant-env.ts';
import { MUTANTS } from './mutants/mutants.ts';
import type { NemesisName } from './nemeses.ts';
import { readLog } from './read-log.ts';
import { Stage, type Template } from './stage.ts';

/** A lesson's log grows with every run and is read whole after each, so a stage serves so many. */
const RUNS_A_STAGE = 8;
const MUTANT_RUNS = 3;

export interface CampaignOptions {
  readonly template: Template;
  readonly seed: number;
  /** In this order. */
  readonly nemeses: readonly NemesisName[];
  readonly answersARun: number;
  readonly onRun?: (run: FaultRun, index: number) => void;
}

/** One fault after the other, on a fresh school every now and then. A run that cannot go on is a finding too: nobody was answered. */
export async function campaign({ template, seed, nemeses, answersARun, onRun }: CampaignOptions): Promise<FaultRun[]> {
  const runs: FaultRun[] = [];
  let stage: Stage | null = null;
  try {
    for (const [index, nemesis] of nemeses.entries()) {
      if (stage && index % RUNS_A_STAGE === 0) {
        await stage.close();
        stage = null;
      }
      stage ??= await Stage.open(template, seeded(seed + index));
      const run = await attempt(stage, nemesis, answersARun);
      runs.push(run);
      onRun?.(run, index);
      if (isRed(run.findings)) {
        await stage.close();
        stage = null;
      }
    }
  } finally {
    await stage?.close();
  }
  return runs;
}

/** True when the checker finds what this mutant lost or doubled. */
export async function isCaught(
  name: MutantName,
  { template, seed, answersARun }: Omit<CampaignOptions, 'nemeses' | 'onRun'>,
): Promise<boolean> {
  const nemesis = MUTANTS.find((mutant) => mutant.name === name)?.nemesis;
  if (!nemesis) throw new Error(`There is no mutant ${name}.`);
  const stage = await Stage.open(template, seeded(seed), name);
  try {
    for (let run = 0; run < MUTANT_RUNS; run += 1) {
      const { findings } = await attempt(stage, nemesis, answersARun);
      const { lost, doubled } = counts(findings);
      if (lost + doubled > 0) return true;
      if (isRed(findings)) return false;
    }
    return false;
  } finally {
    await stage.close();
  }
}

async function attempt(stage: Stage, nemesis: NemesisName, answers: number): Promise<FaultRun> {
  const before = stage.given.length;
  const begun = performance.now();
  try {
    return await faultRun(stage, nemesis, answers);
  } catch (error) {
    const { lost, doubled } = audit(stage);
    const findings = { lost, doubled, different: [], unsettled: [`the run broke off: ${String(error)}`] };
    const ms = Math.round(performance.now() - begun);
    return { nemesis, answers: stage.given.length - before, inFlight: 0, findings, ms };
  }
}

/** What the disk says when a stage cannot be played to its end. */
function audit(stage: Stage): Findings {
  let stored: readonly Stored[] = [];
  try {
    stored = readLog(stage.dataDir, stage.school.lessonId);
  } catch {
    // Nothing can be read: whatever was acknowledged is lost.
  }
  return check({ given: stage.given, stored, shown: [], settledAt: 0, reused: [] });
}
