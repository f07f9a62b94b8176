import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { resolveWorker } from '../mediasoup-worker/resolve.mjs';
import { originOf } from '../mediasoup-worker/worker-cache.mjs';
import { report } from './report.ts';
import { BOARD_PACE } from './rtp/board-pace.ts';
import { measureBoardsRatio } from './scale/boards-ratio.ts';
import { CAMERA, VOICE } from './scale/load.ts';
import { measurePacketsOfNaive } from './scale/packets-of-naive.ts';

/**
 * How far one machine goes: packets of a full lesson, and boards until it is full. `--runs N` of each, 3 unless told; `--step N` boards that a
 * step adds at least, 10.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    step: { type: 'string', default: '10' },
    json: { type: 'boolean' },
  },
});
const runs = Number(values.runs);
const PROFILE = 'SRTP_AEAD_AES_256_GCM';
const ROOMS = 50;
const LIMITS = { busy: 0.8, loss: 0.001 };

const log = (line: string) => console.error(line);
const tlsDir = mkdtempSync(join(tmpdir(), 'tongke-bench-'));
try {
  const loadBefore = loadavg()[0] ?? 0;
  const worker = await resolveWorker({ log });
  const origin = await originOf(worker);
  const common = { worker, profile: PROFILE, runs, tlsDir, log };
  const packets = await measurePacketsOfNaive({ ...common, rooms: ROOMS, sliceMs: 60_000 });
  const boards = await measureBoardsRatio({
    ...common,
    ...BOARD_PACE,
    boardsPerLesson: ROOMS,
    limits: LIMITS,
    width: Number(values.step),
    sliceMs: 10_000,
  });
  report({
    name: 'bench:scale',
    runs,
    loadBefore,
    goals: [
      { id: 'packets-of-naive', value: packets.share, goal: 0.05, better: 'less', control: 1 },
      { id: 'boards-ratio', value: boards.ratio, goal: 0.9, better: 'more', control: 1 },
    ],
    details: {
      profile: PROFILE,
      worker: origin,
      packetsOfNaive: { participants: ROOMS + 1, camera: CAMERA, voice: VOICE, ...packets },
      boardsRatio: { pace: BOARD_PACE, boardsPerLesson: ROOMS, limits: LIMITS, ...boards },
    },
  });
} finally {
  rmSync(tlsDir, { recursive: true, force: true });
}
