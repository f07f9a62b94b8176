import { cpus, release, totalmem } from 'node:os';
import { isBusy } from './is-busy.ts';

/** One measured figure against its goal. */
export interface Goal {
  readonly id: string;
  readonly value: number;
  readonly goal: number;
  readonly better: 'less' | 'more';
  /** The bare control of the same run, or null where there is none. */
  readonly control: number | null;
  /** Where it was not measured as often as the bench says. */
  readonly runs?: number;
}

export interface Bench {
  readonly name: string;
  readonly runs: number;
  /** Tasks that wanted a core in the minute before the bench. */
  readonly loadBefore: number;
  readonly goals: readonly Goal[];
  /** Whatever a reader needs to judge the figures: distributions, hashes, settings. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Prints a bench: as one JSON line with `--json`, else as a table that a person can read. Throws where a figure is no number. */
export function report(bench: Bench): void {
  for (const line of reportLines(bench, process.argv.includes('--json'))) console.log(line);
}

/** The lines of a report; the last one is the JSON object where that is asked for. */
export function reportLines(bench: Bench, json: boolean): string[] {
  if (bench.goals.length === 0) throw new Error(`${bench.name} measured nothing.`);
  for (const { id, value, control } of bench.goals) {
    if (Number.isFinite(value) && (control === null || Number.isFinite(control))) continue;
    throw new Error(`${bench.name} could not measure ${id}.`);
  }
  const goals = bench.goals.map((goal) => ({ ...goal, ok: reached(goal) }));
  const { cpu, cores } = machine();
  const busy = isBusy(bench.loadBefore, cores);
  if (json) return [JSON.stringify({ ...bench, busy, machine: machine(), goals })];
  return [
    `${bench.name}, ${bench.runs} runs, ${cpu} × ${cores}${busy ? `, ON A BUSY MACHINE (load ${round(bench.loadBefore)})` : ''}`,
    ...goals.map(({ id, value, better, goal, control, ok }) => {
      const aim = `${better === 'less' ? '≤' : '≥'} ${goal}`;
      const bare = control === null ? '' : `  control ${round(control)}`;
      return `  ${ok ? '✓' : '✗'} ${id.padEnd(32)} ${String(round(value)).padStart(10)}  (${aim})${bare}`;
    }),
    ...(bench.details ? [JSON.stringify(bench.details, null, 2)] : []),
  ];
}

function reached({ value, goal, better }: Goal): boolean {
  return better === 'less' ? value <= goal : value >= goal;
}

function machine() {
  const [first] = cpus();
  return {
    cpu: first?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    kernel: release(),
    node: process.version,
  };
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}
