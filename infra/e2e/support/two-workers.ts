import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { School } from './school.ts';

/** A media worker whose start a test can hold up, so that a dead one is not replaced before others had to step in. */
export class HeldWorker {
  readonly #folder = mkdtempSync(join(tmpdir(), 'tongke-worker-'));
  /** What the SFU is told to run. */
  readonly program = join(this.#folder, 'worker');
  readonly #hold = join(this.#folder, 'hold');

  constructor(real: string) {
    const script = `#!/bin/sh\nwhile [ -e '${this.#hold}' ]; do sleep 0.1; done\nexec '${real}' "$@"\n`;
    writeFileSync(this.program, script, { mode: 0o755 });
  }

  hold(): void {
    writeFileSync(this.#hold, '');
  }

  release(): void {
    rmSync(this.#hold, { force: true });
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** The workers that the SFU has started, by port, the latest of each. */
export function workersOf({ sfu }: School): Map<number, number> {
  const started = [...sfu.output().matchAll(/"pid":(\d+),"port":(\d+),"msg":"media worker started"/g)];
  return new Map(started.map(([, pid, port]) => [Number(port), Number(pid)]));
}

/** The worker's ports to which a page's media connections lead now. */
export function mediaPorts(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const ports = new Set<number>();
    for (const connection of window.tongkeProbe.connections) {
      if (connection.connectionState !== 'connected') continue;
      const report = await connection.getStats();
      report.forEach((entry) => {
        if (entry.type !== 'transport' || !entry.selectedCandidatePairId) return;
        ports.add(report.get(report.get(entry.selectedCandidatePairId).remoteCandidateId).port);
      });
    }
    return [...ports];
  });
}
