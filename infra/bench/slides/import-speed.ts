import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Rehearsal } from '../join/rehearsal.ts';
import { childrenOf } from '../process-cpu.ts';
import { bringDeck } from './bring-deck.ts';

const LOOK_MS = 50;
/** A grandchild or deeper has nothing to do with the import. */
const DEPTH = 3;

export interface ImportSpeed {
  readonly pagesPerSecond: number;
  /** The most memory that the converting process ever held (resident, MB of 10^6 bytes). */
  readonly peakMb: number;
}

/** Brings the PDF through the product: upload, a limited process that draws it, pictures and rows on the disk. */
export async function importSpeed({ api, school }: Rehearsal, pdf: Buffer): Promise<ImportSpeed> {
  const watch = watchPeak(school.signaling.pid);
  const { pages, importMs } = await bringDeck(api, 'Import', pdf);
  return { pagesPerSecond: pages / (importMs / 1_000), peakMb: (await watch.stop()) / 1e6 };
}

/** The control: a process that draws the same pages by the same libraries, and keeps nothing, has no limits and ordinary priority. */
export async function drawingAlone(folder: string, pdf: Buffer): Promise<ImportSpeed> {
  const file = join(folder, 'alone.pdf');
  writeFileSync(file, pdf);
  const begun = performance.now();
  const program = fileURLToPath(new URL('draw-alone.ts', import.meta.url));
  const child = spawn(process.execPath, [program, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error('the pages were not drawn');
  const { pages, peakBytes } = JSON.parse(said) as { readonly pages: number; readonly peakBytes: number };
  return { pagesPerSecond: pages / ((performance.now() - begun) / 1_000), peakMb: peakBytes / 1e6 };
}

/** Follows whatever this process starts; the kernel itself keeps each one's peak (VmHWM). */
function watchPeak(pid: number): { stop(): Promise<number> } {
  let [peak, stopped] = [0, false];
  const look = (parent: number, depth: number) => {
    for (const child of childrenOf(parent)) {
      peak = Math.max(peak, peakBytesOf(child));
      if (depth > 1) look(child, depth - 1);
    }
  };
  const watching = (async () => {
    while (!stopped) {
      look(pid, DEPTH);
      await sleep(LOOK_MS);
    }
  })();
  return {
    async stop() {
      stopped = true;
      await watching;
      if (peak === 0) throw new Error('no converting process was seen');
      return peak;
    },
  };
}

function peakBytesOf(pid: number): number {
  try {
    const [, kib = '0'] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kib) * 1_024;
  } catch {
    return 0;
  }
}
