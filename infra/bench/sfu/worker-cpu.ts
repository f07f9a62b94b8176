import { sendSteadily } from '../rtp/send-steadily.ts';
import { inTurn } from './in-turn.ts';
import { type Measured, measurePairs, type Pairs, perPacket } from './pairs.ts';
import { since } from './since.ts';
import { type RigOptions, startWorkerRig, type WorkerRig } from './worker-rig.ts';

/** What to measure: `candidate` against `control`, two mediasoup-worker programs. */
export interface WorkerCpuOptions extends RigOptions {
  readonly candidate: string;
  readonly control: string;
  readonly slices: number;
  readonly log: (line: string) => void;
}

/** Processor time of each worker process per packet that a receiver got, in µs, slice by slice. */
export interface WorkerCpu extends Omit<Pairs<Measured>, 'measured'> {
  readonly candidate: readonly number[];
  readonly control: readonly number[];
}

/**
 * Measures what two mediasoup-workers spend per forwarded packet: one VP8-like SRTP stream of 1,200-byte packets to WebRTC transports on
 * loopback, each with ICE and a DTLS handshake behind it, encrypted with the one SRTP profile asked for. The receivers read, throw away
 * and send transport-wide feedback every 100 ms. The kernel's share of each send is part of the figure.
 */
export async function measureWorkerCpu(options: WorkerCpuOptions): Promise<WorkerCpu> {
  const { candidate, control, slices, log } = options;
  log(`connecting 2 × ${options.receivers} receivers with ${options.profile}`);
  const rigs: WorkerRig[] = [];
  const open = async (program: string) => {
    const rig = await startWorkerRig(program, options);
    rigs.push(rig);
    return rig;
  };
  try {
    const [own, beside] = [await open(candidate), await open(control)];
    const slice = (rig: WorkerRig) => async () => {
      const before = rig.count();
      await sendSteadily(options, rig.send);
      return since(before, rig.count());
    };
    const { measured, ...compared } = await measurePairs({ slices, log, pair: inTurn(slice(own), slice(beside)) });
    const each = (side: 'own' | 'control') => measured.map((pair) => Number(perPacket(pair[side]).toFixed(2)));
    return { ...compared, candidate: each('own'), control: each('control') };
  } finally {
    for (const rig of rigs) rig.close();
  }
}
