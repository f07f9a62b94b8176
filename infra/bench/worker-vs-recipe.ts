import { resolveWorker } from '../mediasoup-worker/resolve.mjs';
import { untunedWorker } from '../mediasoup-worker/untuned.mjs';
import { report } from './report.ts';
import { measureWorkerCpu } from './worker-cpu.ts';

/**
 * The worker that the product runs against the plain recipe's build, by hand:
 * `node infra/bench/worker-vs-recipe.ts [SRTP_AEAD_AES_256_GCM] [--json]`.
 */
const profile = process.argv.slice(2).find((word) => word.startsWith('SRTP_')) ?? 'SRTP_AEAD_AES_256_GCM';
const log = (line: string) => console.error(line);
const result = await measureWorkerCpu({
  candidate: await resolveWorker({ log }),
  control: await untunedWorker({ log }),
  profile,
  receivers: 200,
  packetsPerSecond: 125,
  slices: 7,
  sliceMs: 4000,
  log,
});
report({
  name: 'bench:worker-vs-recipe',
  runs: result.candidate.perSlice.length,
  goals: [{ id: 'worker-vs-recipe', value: result.ratio, goal: 0.8, better: 'less', control: 1 }],
  details: { ...result },
});
