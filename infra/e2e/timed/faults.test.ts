import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { campaign, isCaught } from '../../faults/campaign.ts';
import { makeTemplate, type Template } from '../../faults/stage.ts';

/** The short form of `npm run test:faults`: some of its faults, each in the middle of some hundred answers, and one of its mutants. */
const ANSWERS = 600;
const SEED = 1;
const NEMESES = ['power-cut-in-sync', 'full-disk', 'duplicates', 'reordering', 'outage-2s', 'kill'] as const;
/** Less than a minute on an idle machine. */
const TIMEOUT_MS = 400_000;

let template: Template;
beforeAll(async () => {
  template = await makeTemplate();
});
afterAll(() => rmSync(template.folder, { recursive: true, force: true }));

test('[RS3] [RS4] [RS10] [RS11] [QZ3] no fault loses or doubles an answer, and every screen is right afterwards', {
  timeout: TIMEOUT_MS,
}, async () => {
  const runs = await campaign({ template, seed: SEED, nemeses: NEMESES, answersARun: ANSWERS });
  for (const { nemesis, findings, inFlight, answers, ms } of runs) {
    console.log(`${nemesis}: ${answers} answers, ${inFlight} in flight, ${ms} ms`);
    expect({ nemesis, ...findings }).toEqual({ nemesis, lost: [], doubled: [], different: [], unsettled: [] });
    expect(inFlight).toBeGreaterThanOrEqual(100);
  }
  expect(runs).toHaveLength(NEMESES.length);
});

test('[RS4] a server that forgets which commands it has carried out is found out', {
  timeout: TIMEOUT_MS,
}, async () => {
  expect(await isCaught('no-de-duplication', { template, seed: SEED, answersARun: ANSWERS })).toBe(true);
});
