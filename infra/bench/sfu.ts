import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveWorker } from '../mediasoup-worker/resolve.mjs';
import { untunedWorker } from '../mediasoup-worker/untuned.mjs';
import { originOf } from '../mediasoup-worker/worker-cache.mjs';
import { type Goal, report } from './report.ts';
import { BOARD_PACE } from './rtp/board-pace.ts';
import { measureCpuRatio } from './sfu/cpu-ratio.ts';
import { measureWorkerCpu } from './sfu/worker-cpu.ts';

/**
 * What forwarding costs: the whole product beside a bare worker, and the worker that we build beside the plain recipe's. `--runs N`
 * pairs of slices, 9 unless told.
 */
const at = process.argv.indexOf('--runs');
const runs = at < 0 ? 9 : Number(process.argv[at + 1]);
const PROFILE = 'SRTP_AEAD_AES_256_GCM';
const LOAD =
  'one VP8 stream over SRTP with the packets and bits of a picture of 1,400 kbit/s and a voice, no simulcast, and a silent voice; each board reports its link every 30 s and a still every 5 s; the servers run as they ship, with whatever statistics they gather by themselves';

const log = (line: string) => console.error(line);
const tlsDir = mkdtempSync(join(tmpdir(), 'tongke-bench-'));
try {
  const loadBefore = loadavg()[0] ?? 0;
  const worker = await resolveWorker({ log });
  const candidate = await originOf(worker);
  log(`worker: ${candidate.origin}, sha256 ${candidate.sha256}`);
  const stream = { profile: PROFILE, slices: runs, log };
  // As long as the servers' own rounds, so that each slice holds its share of them.
  const cpu = await measureCpuRatio({ ...stream, ...BOARD_PACE, worker, boards: 50, sliceMs: 10_000, tlsDir });
  const recipe = candidate.origin === 'build' ? await besideRecipe() : null;
  const goals: Goal[] = [{ id: 'cpu-ratio', value: cpu.ratio, goal: 1.1, better: 'less', control: 1 }];
  if (recipe) goals.push({ id: 'worker-vs-recipe', value: recipe.ratio, goal: 0.8, better: 'less', control: 1 });
  const workerVsRecipe = recipe ?? `not measured: the worker in use is not our build (${candidate.origin})`;
  const details = { profile: PROFILE, load: LOAD, pace: BOARD_PACE, worker: candidate, cpuRatio: cpu, workerVsRecipe };
  report({ name: 'bench:sfu', runs, loadBefore, goals, details });

  async function besideRecipe() {
    const control = await untunedWorker({ log });
    const plain = await originOf(control);
    log(`control: ${plain.origin}, sha256 ${plain.sha256}`);
    if (plain.sha256 === candidate.sha256) throw new Error('Both workers are the same program.');
    const cost = await measureWorkerCpu({
      ...stream,
      packetsPerSecond: 125,
      bytes: 1_200,
      candidate: worker,
      control,
      receivers: 200,
      sliceMs: 4_000,
    });
    const { candidate: ours, control: theirs, ...compared } = cost;
    return { ...compared, candidate: { ...candidate, perSlice: ours }, control: { ...plain, perSlice: theirs } };
  }
} finally {
  rmSync(tlsDir, { recursive: true, force: true });
}
