import { expect, test } from 'vitest';
import { benchmarksPage, type Measured } from './benchmarks-page.ts';

const machine = { cpu: 'Some CPU', cores: 2, memoryGiB: 24, kernel: '6.1.44-some-vendor', node: 'v24.1.0' };
const goal = { id: 'first-ms', value: 212.34, goal: 250, better: 'less', control: 100, ok: true } as const;
const quiet = { name: 'bench:join', runs: 5, loadBefore: 0.312, busy: false };
const bench: Measured = { ...quiet, machine, goals: [goal], details: { chromium: '156' } };
const when = { date: '2026-11-24' };

test('each goal is a row with its control, and what they were measured on stands above', () => {
  const page = benchmarksPage([bench], when);
  expect(page).toContain('| bench:join | `first-ms` | ≤ 250 | 212 | 100 | 2.12 | 5 | yes |');
  expect(page).toContain('2 cores (Some CPU), 24 GiB, Linux 6.1, Node 24.1.0, Chromium 156.');
  expect(page).toContain('Measured on 2026-11-24');
  expect(page).toContain('The load was 0.312 before bench:join.');
});

test('a run on a busy machine is marked', () => {
  const busy = { ...bench, name: 'bench:sfu', loadBefore: 3, busy: true };
  expect(benchmarksPage([bench, busy], when)).toContain(
    'The load was 0.312 before bench:join and 3 before bench:sfu (**on a busy machine**).',
  );
});

test('a goal that was missed says so, and one without a control has none', () => {
  const missed = { ...goal, better: 'more', control: null, ok: false, runs: 2 } as const;
  const page = benchmarksPage([{ ...bench, goals: [missed] }], when);
  expect(page).toContain('| ≥ 250 | 212 | – | – | 2 | **no** |');
});
