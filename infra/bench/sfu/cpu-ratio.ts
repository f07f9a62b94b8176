import { setTimeout as sleep } from 'node:timers/promises';
import { SRTP_PROFILES } from '../../mediasoup-worker/smoke/srtp.mjs';
import { quantile } from '../quantile.ts';
import { ProductRig } from './product-rig.ts';
import { closeWorkerRig, runSlice, startWorkerRig } from './worker-rig.ts';

export interface CpuRatioOptions {
  /** The worker's program, the same on both sides. */
  readonly worker: string;
  readonly profile: string;
  readonly boards: number;
  readonly packetsPerSecond: number;
  readonly slices: number;
  readonly sliceMs: number;
  readonly tlsDir: string;
  readonly log: (line: string) => void;
}

/** Processor time in µs per packet sent to a board, medians of the slices. */
export interface CpuRatio {
  readonly ratio: number;
  /** Worker, sfu-server and signaling together, and each alone. */
  readonly product: { readonly all: number; readonly worker: number; readonly sfu: number; readonly signaling: number };
  readonly bareWorker: number;
}

/**
 * What the product costs beside a bare worker: the same program, receivers, packets and feedback on both sides, in alternating slices of one run.
 * The ratio is the median of each slice's product ÷ the bare slice next to it.
 */
export async function measureCpuRatio(options: CpuRatioOptions): Promise<CpuRatio> {
  const { worker, profile: name, boards, packetsPerSecond, sliceMs, slices, tlsDir, log } = options;
  const profile = SRTP_PROFILES.find((one) => one.name === name);
  if (!profile) throw new Error(`no such SRTP profile: ${name}`);
  log(`opening a lesson with ${boards} boards, and a bare worker with ${boards} receivers`);
  const product = await ProductRig.open(boards, { profile }, tlsDir);
  const bare = await startWorkerRig(worker, { profile: name, receivers: boards, packetsPerSecond, sliceMs });
  const perPacket: { all: number; worker: number; sfu: number; signaling: number; bare: number }[] = [];
  try {
    for (let round = 0; round <= slices; round += 1) {
      const measureBare = () => runSlice(bare, { profile: name, receivers: boards, packetsPerSecond, sliceMs });
      // The order alternates, so that drift of the machine falls on both.
      const early = round % 2 === 1 ? await measureBare() : null;
      const own = await productSlice(product, packetsPerSecond, sliceMs);
      const { us, packets } = early ?? (await measureBare());
      const slice = { ...own, bare: us / packets };
      log(`product ${slice.all.toFixed(2)} µs, bare ${slice.bare.toFixed(2)} µs${round === 0 ? ' (warm-up)' : ''}`);
      if (round > 0) perPacket.push(slice);
    }
  } finally {
    closeWorkerRig(bare);
    await product.close();
  }
  const median = (of: (slice: (typeof perPacket)[number]) => number) => quantile(perPacket.map(of), 0.5);
  return {
    ratio: median(({ all, bare: control }) => all / control),
    product: {
      all: median(({ all }) => all),
      worker: median(({ worker: one }) => one),
      sfu: median(({ sfu }) => sfu),
      signaling: median(({ signaling }) => signaling),
    },
    bareWorker: median(({ bare: control }) => control),
  };
}

/** Sends at a steady rate for one slice; processor time per packet that arrived. */
async function productSlice(rig: ProductRig, packetsPerSecond: number, sliceMs: number) {
  const before = rig.cpuUs();
  const already = rig.received();
  const start = performance.now();
  const total = Math.round((packetsPerSecond * sliceMs) / 1000);
  for (let sent = 0; sent < total; ) {
    const due = Math.min(total, Math.ceil(((performance.now() - start) * packetsPerSecond) / 1000));
    for (; sent < due; sent += 1) rig.send(packetsPerSecond);
    await sleep(1000 / packetsPerSecond);
  }
  // What is still on its way belongs to this slice.
  await sleep(50);
  const after = rig.cpuUs();
  const packets = rig.received() - already;
  const share = (key: 'worker' | 'sfu' | 'signaling') => (after[key] - before[key]) / packets;
  const [worker, sfu, signaling] = [share('worker'), share('sfu'), share('signaling')];
  return { all: worker + sfu + signaling, worker, sfu, signaling };
}
