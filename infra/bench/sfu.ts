import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveWorker } from '../mediasoup-worker/resolve.mjs';
import { untunedWorker } from '../mediasoup-worker/untuned.mjs';
import { report } from './report.ts';
import { measureCpuRatio } from './sfu/cpu-ratio.ts';
import { measureWorkerCpu } from './sfu/worker-cpu.ts';

/** What forwarding costs: the whole product beside a bare worker, and the worker that we ship beside the plain recipe's. */
const PROFILE = 'SRTP_AEAD_AES_256_GCM';
const SLICES = 7;
const LOAD =
  'one VP8 stream of 125 packets of 1,200 bytes a second, no simulcast, no voice; boards report link states and stills, the servers gather no statistics of their own';

const log = (line: string) => console.error(line);
const tlsDir = mkdtempSync(join(tmpdir(), 'tongke-bench-'));
try {
  const worker = await resolveWorker({ log });
  const cpu = await measureCpuRatio({
    worker,
    profile: PROFILE,
    boards: 50,
    packetsPerSecond: 125,
    slices: SLICES,
    sliceMs: 6_000,
    tlsDir,
    log,
  });
  const recipe = await measureWorkerCpu({
    candidate: worker,
    control: await untunedWorker({ log }),
    profile: PROFILE,
    receivers: 200,
    packetsPerSecond: 125,
    // The first one warms up.
    slices: SLICES + 1,
    sliceMs: 4_000,
    log,
  });
  report({
    name: 'bench:sfu',
    runs: SLICES,
    goals: [
      { id: 'cpu-ratio', value: cpu.ratio, goal: 1.1, better: 'less', control: 1 },
      { id: 'worker-vs-recipe', value: recipe.ratio, goal: 0.8, better: 'less', control: 1 },
    ],
    details: { profile: PROFILE, load: LOAD, cpuRatio: cpu, workerVsRecipe: recipe },
  });
} finally {
  rmSync(tlsDir, { recursive: true, force: true });
}
