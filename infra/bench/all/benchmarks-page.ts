/** What a bench prints as its last line with `--json`. */
export interface Measured {
  readonly name: string;
  readonly machine: {
    readonly cpu: string;
    readonly cores: number;
    readonly memoryGiB: number;
    readonly kernel: string;
    readonly node: string;
  };
  readonly runs: number;
  /** Tasks that wanted a core in the minute before this bench. */
  readonly loadBefore: number;
  /** True where that spoils the figures. */
  readonly busy: boolean;
  readonly goals: readonly {
    readonly id: string;
    readonly value: number;
    readonly goal: number;
    readonly better: 'less' | 'more';
    readonly control: number | null;
    readonly runs?: number;
    readonly ok: boolean;
  }[];
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface Circumstances {
  /** A day as 2026-11-24. */
  readonly date: string;
}

/** The page of figures: pure, so that the same measurements make the same page. */
export function benchmarksPage(benches: readonly Measured[], { date }: Circumstances): string {
  const [first] = benches;
  if (!first) throw new Error('Nothing was measured.');
  const { cpu, cores, memoryGiB, kernel, node } = first.machine;
  const chromium = benches.map(({ details }) => details?.chromium).find((version) => typeof version === 'string');
  const rows = benches.flatMap(({ name, runs, goals }) => goals.map((goal) => rowOf(name, runs, goal)));
  const loads = benches.map(({ name, loadBefore, busy }) => {
    return `${round(loadBefore)} before ${name}${busy ? ' (**on a busy machine**)' : ''}`;
  });
  return `# Benchmarks

Measured on ${date} by \`npm run bench\`, which rewrites this page. The load was ${loads.join(' and ')}. What each figure means, and
what its control is, stands in [infra/bench/README.md](infra/bench/README.md).

${cores} cores (${cpu}), ${memoryGiB} GiB, Linux ${majorMinor(kernel)}, Node ${node.slice(1)}${chromium ? `, Chromium ${chromium}` : ''}.

| bench | id | goal | measured | control | measured ÷ control | runs | reached |
| --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
${benches.map(detailsOf).join('')}`;
}

function rowOf(
  name: string,
  runs: number,
  { id, value, goal, better, control, ok, runs: own }: Measured['goals'][number],
): string {
  const aim = `${better === 'less' ? '≤' : '≥'} ${goal}`;
  const ratio = control ? round(value / control) : '–';
  const cells = [name, `\`${id}\``, aim, round(value), control === null ? '–' : round(control), ratio, own ?? runs];
  return `| ${[...cells, ok ? 'yes' : '**no**'].join(' | ')} |`;
}

function detailsOf({ name, details }: Measured): string {
  if (!details) return '';
  return `\n## ${name}\n\n\`\`\`json\n${JSON.stringify(details, null, 2)}\n\`\`\`\n`;
}

function majorMinor(kernel: string): string {
  return /^\d+\.\d+/.exec(kernel)?.[0] ?? kernel;
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
