import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { describe, expect, it } from 'vitest';
import { type Bench, reportLines } from './report.ts';

const bench: Bench = {
  name: 'bench:some',
  runs: 3,
  loadBefore: 0.1,
  goals: [
    { id: 'first-ms', value: 212.34, goal: 250, better: 'less', control: 100 },
    { id: 'rooms', value: 40, goal: 50, better: 'more', control: null },
  ],
  details: { chromium: '156' },
};
const versions = { kernel: expect.any(String), node: process.version };
const parsed = (some: Bench) => JSON.parse(reportLines(some, true).at(-1) ?? '');

describe('a report', () => {
  it('is one line of JSON with each goal, whether it was reached, and the machine', () => {
    expect(reportLines(bench, true)).toHaveLength(1);
    expect(parsed(bench)).toEqual({
      ...bench,
      busy: false,
      machine: { cpu: expect.any(String), cores: cpus().length, memoryGiB: expect.any(Number), ...versions },
      goals: [
        { ...bench.goals[0], ok: true },
        { ...bench.goals[1], ok: false },
      ],
    });
  });

  it('says that the machine was busy, to a program and to a person', () => {
    const loaded = { ...bench, loadBefore: 0.51 * cpus().length };
    expect(parsed(loaded).busy).toBe(true);
    expect(reportLines(loaded, false)[0]).toContain('ON A BUSY MACHINE');
    expect(reportLines(bench, false)[0]).not.toContain('BUSY');
  });

  it('shows a person each goal with its control', () => {
    const [, first, second] = reportLines(bench, false);
    expect(first).toMatch(/✓ first-ms +212\.3 {2}\(≤ 250\) {2}control 100$/);
    expect(second).toMatch(/✗ rooms +40 {2}\(≥ 50\)$/);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('is refused where a figure is %s', (value) => {
    const [goal] = bench.goals;
    if (!goal) throw new Error('no goal');
    expect(() => reportLines({ ...bench, goals: [{ ...goal, value }] }, true)).toThrow('could not measure first-ms');
    expect(() => reportLines({ ...bench, goals: [{ ...goal, control: value }] }, true)).toThrow('first-ms');
    expect(() => reportLines({ ...bench, goals: [] }, true)).toThrow('measured nothing');
  });
});

describe('a program that reports', () => {
  it('ends with 0 when it could measure, whatever the figures, and the JSON is its last line', () => {
    const { status, stdout } = run(bench);
    expect(status).toBe(0);
    expect(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '').name).toBe('bench:some');
  });

  it('fails and prints no figures when it could not', () => {
    const { status, stdout } = run({
      ...bench,
      goals: [{ id: 'x', value: null, goal: 1, better: 'less', control: null }],
    });
    expect(status).not.toBe(0);
    expect(stdout).toBe('');
  });
});

/** A figure that is no number becomes null on its way into the program. */
function run(some: object) {
  const program = `import { report } from ${JSON.stringify(new URL('report.ts', import.meta.url).href)}; report(${JSON.stringify(some)});`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', program, '--', '--json'], { encoding: 'utf8' });
}
