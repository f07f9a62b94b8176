import { SRTP_PROFILES } from '../../mediasoup-worker/smoke/srtp.mjs';
import { quantile } from '../quantile.ts';
import { CLIMB_STEP_MS, climbShares } from '../rtp/climb.ts';
import { type Pace, sendSteadily } from '../rtp/send-steadily.ts';
import { type Measured, measurePairs, type Pair, type Pairs, perPacket } from './pairs.ts';
import { type ProductCount, ProductRig } from './product-rig.ts';
import { since } from './since.ts';
import { startWorkerRig } from './worker-rig.ts';

export interface CpuRatioOptions extends Pace {
  /** The worker's program, the same on both sides. */
  readonly worker: string;
  readonly profile: string;
  readonly boards: number;
  readonly slices: number;
  readonly tlsDir: string;
  readonly log: (line: string) => void;
}

interface ProductSlice extends Measured {
  readonly parts: ProductCount['parts'];
}

/** Processor time in µs per packet that a board received, medians of the slices. */
export interface CpuRatio extends Omit<Pairs<ProductSlice>, 'measured'> {
  /** Worker, sfu-server and signaling together, and each alone. */
  readonly product: { readonly all: number; readonly worker: number; readonly sfu: number; readonly signaling: number };
  readonly bareWorker: number;
}

/**
 * What the product costs beside a bare worker: the same program, transports, receivers, packets and feedback on both sides, at the same
 * time, packets counted by the receivers and time by the scheduler.
 */
export async function measureCpuRatio(options: CpuRatioOptions): Promise<CpuRatio> {
  const { worker, profile: name, boards, packetsPerSecond, bytes, sliceMs, slices, tlsDir, log } = options;
  const profile = SRTP_PROFILES.find((one) => one.name === name);
  if (!profile) throw new Error(`no such SRTP profile: ${name}`);
  log(`opening a lesson with ${boards} boards, and a bare worker with ${boards} receivers`);
  const pace = { packetsPerSecond, bytes, sliceMs };
  const product = await ProductRig.open(boards, { ...pace, profile, worker, tlsDir });
  try {
    const bare = await startWorkerRig(worker, { ...pace, profile: name, receivers: boards });
    try {
      const sides = [product, bare];
      // Whoever comes second finds the code of both in the processor's caches: they take turns.
      const send = () => {
        for (const side of sides) side.send();
        sides.reverse();
      };
      for (const share of climbShares())
        await sendSteadily({ bytes, packetsPerSecond: packetsPerSecond * share, sliceMs: CLIMB_STEP_MS }, send);
      const pair = async (): Promise<Pair<ProductSlice>> => {
        const before = { own: product.count(), control: bare.count() };
        await sendSteadily(pace, send);
        const [own, control] = [product.count(), bare.count()];
        const part = (name: keyof ProductSlice['parts']) => own.parts[name] - before.own.parts[name];
        const parts = { worker: part('worker'), sfu: part('sfu'), signaling: part('signaling') };
        return { own: { ...since(before.own, own), parts }, control: since(before.control, control) };
      };
      const { measured, ...compared } = await measurePairs({ slices, log, pair });
      const median = (of: (pair: (typeof measured)[number]) => number) => quantile(measured.map(of), 0.5);
      const part = (key: keyof ProductSlice['parts']) => median(({ own }) => own.parts[key] / own.packets);
      return {
        ...compared,
        product: {
          all: median(({ own }) => perPacket(own)),
          worker: part('worker'),
          sfu: part('sfu'),
          signaling: part('signaling'),
        },
        bareWorker: median(({ control }) => perPacket(control)),
      };
    } finally {
      bare.close();
    }
  } finally {
    await product.close();
  }
}
