import { setTimeout as sleep } from 'node:timers/promises';
import { makeCertificate } from '../../mediasoup-worker/smoke/certificate.mjs';
import { quantile } from '../quantile.ts';
import { CLIMB_STEP_MS, climbShares } from '../rtp/climb.ts';
import { Crowd, type CrowdOptions } from './crowd.ts';
import { type Forwarder, openBare, openProduct } from './forwarder.ts';
import { busyShare, processorTimes } from './processor-share.ts';
import { isServed, type Limits, mostBoards, nextBoards, type Step } from './steps.ts';

export interface BoardsRatioOptions extends Omit<CrowdOptions, 'certificate'> {
  /** The worker's program, the same on both sides. */
  readonly worker: string;
  readonly limits: Limits;
  /** Boards that a step adds at least. */
  readonly width: number;
  readonly sliceMs: number;
  readonly runs: number;
  readonly tlsDir: string;
  readonly log: (line: string) => void;
}

/** One side of one run. */
interface Filled {
  readonly boards: number;
  readonly steps: readonly Step[];
}

export interface BoardsRatio {
  /** The median of product ÷ bare over the runs. */
  readonly ratio: number;
  readonly runs: readonly { readonly product: Filled; readonly bare: Filled }[];
}

/** A step that fails is looked at once more: a moment's work of somebody else is no limit. */
const LOOKS = 2;

/** How many boards this machine serves with the whole product beside workers alone; sources and far ends are part of the load, the same on both sides. */
export async function measureBoardsRatio(options: BoardsRatioOptions): Promise<BoardsRatio> {
  const certificate = await makeCertificate();
  try {
    const { worker, boardsPerLesson, tlsDir, log } = options;
    const made = { worker, boardsPerLesson, tlsDir, fingerprint: certificate.fingerprint };
    const sides = {
      product: () => fill(() => openProduct(made), 'product', { ...options, certificate }),
      bare: () => fill(() => openBare(made), 'bare', { ...options, certificate }),
    };
    const runs: { product: Filled; bare: Filled }[] = [];
    for (let run = 0; run < options.runs; run += 1) {
      const early = run % 2 === 1 ? await sides.bare() : null;
      const product = await sides.product();
      const bare = early ?? (await sides.bare());
      runs.push({ product, bare });
      log(`run ${run + 1}: ${product.boards.toFixed(1)} boards beside ${bare.boards.toFixed(1)}`);
    }
    return {
      ratio: quantile(
        runs.map(({ product, bare }) => product.boards / bare.boards),
        0.5,
      ),
      runs,
    };
  } finally {
    await certificate.remove();
  }
}

/** Adds boards until the machine serves them no longer. */
async function fill(
  open: () => Promise<Forwarder>,
  side: string,
  options: BoardsRatioOptions & CrowdOptions,
): Promise<Filled> {
  const { width, limits, log } = options;
  const forwarder = await open();
  const crowd = new Crowd(forwarder, options);
  const steps: Step[] = [];
  try {
    for (let served = true; served; ) {
      await grow(crowd, nextBoards(steps, width, limits));
      const step = await look(crowd, options);
      steps.push(step);
      served = isServed(step, limits);
      const { boards, busy, loss } = step;
      log(`${side}: ${boards} boards, ${(busy * 100).toFixed(1)} % busy, ${(loss * 100).toFixed(3)} % lost`);
    }
    return { boards: mostBoards(steps, limits), steps };
  } finally {
    crowd.close();
    await forwarder.close();
  }
}

/** Boards come while the pictures run low, and the pictures then climb: what begins at the full rate is taken from links of which nothing is known. */
async function grow(crowd: Crowd, boards: number): Promise<void> {
  const [low = 0, ...shares] = climbShares();
  await crowd.pace(low);
  await crowd.growTo(boards);
  for (const share of [low, ...shares]) {
    await crowd.pace(share);
    await sleep(CLIMB_STEP_MS);
  }
  await crowd.pace(1);
  await sleep(CLIMB_STEP_MS);
}

async function look(crowd: Crowd, { sliceMs, limits }: BoardsRatioOptions): Promise<Step> {
  const { boards } = crowd;
  for (let looks = 1; ; looks += 1) {
    const [before, since] = [await crowd.count(), processorTimes()];
    await sleep(sliceMs);
    const busy = busyShare(since, processorTimes());
    const after = await crowd.count();
    const loss = 1 - (after.received - before.received) / (after.due - before.due);
    const step = { boards, busy, loss };
    if (isServed(step, limits) || looks === LOOKS) return step;
  }
}
