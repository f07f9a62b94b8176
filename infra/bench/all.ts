import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { benchmarksPage, type Measured } from './all/benchmarks-page.ts';
import { isBusy } from './is-busy.ts';

/** Runs every bench, one after the other, and rewrites BENCHMARKS.md. */
const BENCHES = ['join', 'sfu', 'scale', 'buzzer', 'answers', 'outage', 'weak', 'slides'];
const PAGE = new URL('../../BENCHMARKS.md', import.meta.url);

/** The load is a mean of a minute: what one bench left of it should not be taken for somebody else's. */
const PATIENCE_MS = 180_000;

const measured: Measured[] = [];
for (const name of BENCHES) {
  await quiet();
  console.error(`bench:${name}`);
  measured.push(await measure(name));
}
const date = new Date().toISOString().slice(0, 10);
await writeFile(PAGE, benchmarksPage(measured, { date }));
console.log(JSON.stringify(measured));

/** Waits until the machine is idle; a machine that stays busy is measured all the same, and the page says so. */
async function quiet(): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(5_000)) {
    if (!isBusy(loadavg()[0] ?? 0, availableParallelism())) return;
  }
}

/** A bench's last line; throws when it could not measure. */
async function measure(name: string): Promise<Measured> {
  const file = fileURLToPath(new URL(`${name}.ts`, import.meta.url));
  const child = spawn(process.execPath, [file, '--json'], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk;
  });
  const [code] = await once(child, 'close');
  const last = output.trimEnd().split('\n').at(-1) ?? '';
  if (code !== 0) throw new Error(`bench:${name} ended with ${code}.`);
  return JSON.parse(last) as Measured;
}
