import { expect, test } from 'vitest';
import { benchmarksPage, type Measured } from './benchmarks-page.ts';

const machine = { cpu: 'Some CPU', cores: 2, memoryGiB: 24, kernel: '6.1', node: 'v24.1.0' };
const goal = { id: 'first-ms', value: 212.34, goal: 250, better: 'less', control: 100, ok: true } as const;
const bench: Measured = { name: 'bench:join', machine, runs: 5, goals: [goal], details: { chromium: '156' } };
const when = { date: '2026-11-24', load: 0.3 };

test('each goal is a row with its control, and what they were measured on stands above', () => {
  const page = benchmarksPage([bench], when);
  expect(page).toContain('| bench:join | `first-ms` | ≤ 250 | 212 | 100 | 2.12 | 5 | yes |');
  expect(page).toContain('2 cores (Some CPU), 24 GiB, Linux 6.1, Node 24.1.0, Chromium 156.');
  expect(page).toContain('Measured on 2026-11-24');
});

test('a goal that was missed says so, and one without a control has none', () => {
  const missed = { ...goal, better: 'more', control: null, ok: false } as const;
  const page = benchmarksPage([{ ...bench, goals: [missed] }], when);
  expect(page).toContain('| ≥ 250 | 212 | – | – | 5 | **no** |');
});
