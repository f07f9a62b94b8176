import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { benchmarksPage, type Measured } from './all/benchmarks-page.ts';

/** Runs every bench, one after the other, and rewrites BENCHMARKS.md. */
const BENCHES = ['join', 'sfu'];
const PAGE = new URL('../../BENCHMARKS.md', import.meta.url);

const load = loadavg()[0] ?? 0;
const measured: Measured[] = [];
for (const name of BENCHES) {
  console.error(`bench:${name}`);
  measured.push(await measure(name));
}
const date = new Date().toISOString().slice(0, 10);
await writeFile(PAGE, benchmarksPage(measured, { date, load }));
console.log(JSON.stringify(measured));

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
