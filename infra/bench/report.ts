import { cpus, release, totalmem } from 'node:os';

/** One measured figure against its goal. */
export interface Goal {
  readonly id: string;
  readonly value: number;
  readonly goal: number;
  readonly better: 'less' | 'more';
  /** The bare control of the same run, or null where there is none. */
  readonly control: number | null;
}

export interface Bench {
  readonly name: string;
  readonly runs: number;
  readonly goals: readonly Goal[];
  /** Whatever a reader needs to judge the figures: distributions, hashes, settings. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Prints a bench: as one JSON line with `--json`, else as a table that a person can read. */
export function report(bench: Bench): void {
  const goals = bench.goals.map((goal) => ({ ...goal, ok: reached(goal) }));
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ ...bench, machine: machine(), goals }));
    return;
  }
  console.log(`${bench.name}, ${bench.runs} runs, ${machine().cpu} × ${machine().cores}`);
  for (const { id, value, better, goal, control, ok } of goals) {
    const aim = `${better === 'less' ? '≤' : '≥'} ${goal}`;
    const bare = control === null ? '' : `  control ${round(control)}`;
    console.log(`  ${ok ? '✓' : '✗'} ${id.padEnd(32)} ${String(round(value)).padStart(10)}  (${aim})${bare}`);
  }
  if (bench.details) console.log(JSON.stringify(bench.details, null, 2));
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
