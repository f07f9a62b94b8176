import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { quantile } from '../quantile.ts';
import { closeWorkerRig, type RigOptions, runSlice, type Slice, startWorkerRig, type WorkerRig } from './worker-rig.ts';

/** What to measure: `candidate` against `control`, two mediasoup-worker programs, in alternating slices of one run. */
export interface WorkerCpuOptions extends RigOptions {
  candidate: string;
  control: string;
  /** Slices per program; the first one of each warms up and does not count. */
  slices: number;
  log: (line: string) => void;
}

/** One program's figures over all counted slices. */
interface WorkerCpu {
  /** Of the program. */
  sha256: string;
  /** CPU time (user + system) of the worker process per packet sent to a receiver, in µs: the median of the slices. */
  microsecondsPerPacket: number;
  perSlice: number[];
  packets: number;
}

/** The outcome of a run; `ratio` is the median of candidate ÷ control over neighbouring slices. */
export interface WorkerCpuResult {
  profile: string;
  ratio: number;
  candidate: WorkerCpu;
  control: WorkerCpu;
}

async function summary(rig: WorkerRig, slices: Slice[]): Promise<WorkerCpu> {
  const packets = slices.reduce((sum, entry) => sum + entry.packets, 0);
  const perSlice = slices.map((entry) => entry.us / entry.packets);
  return {
    sha256: createHash('sha256')
      .update(await readFile(rig.path))
      .digest('hex'),
    microsecondsPerPacket: quantile(perSlice, 0.5),
    perSlice,
    packets,
  };
}

/**
 * Measures the CPU that two mediasoup-workers spend per forwarded packet: one VP8-like stream of 1,200-byte packets from a plain
 * transport to WebRTC transports on loopback, each with ICE and a DTLS handshake behind it, encrypted with the one SRTP profile asked for.
 * The receivers read and throw away, and send
 * transport-wide feedback every 100 ms. The kernel's share of each send is part of the figure.
 */
export async function measureWorkerCpu(options: WorkerCpuOptions): Promise<WorkerCpuResult> {
  options.log(`connecting 2 × ${options.receivers} receivers with ${options.profile}`);
  const rigs = [
    await startWorkerRig(options.candidate, options),
    await startWorkerRig(options.control, options),
  ] as const;
  const results: [Slice[], Slice[]] = [[], []];
  try {
    for (let round = 0; round < options.slices; round += 1) {
      // The order alternates, so that drift of the machine falls on both.
      for (const index of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
        const measured = await runSlice(rigs[index], options);
        if (round > 0) results[index].push(measured);
        options.log(
          `${index === 0 ? 'candidate' : 'control  '} ${(measured.us / measured.packets).toFixed(2)} µs/packet${round === 0 ? ' (warm-up)' : ''}`,
        );
      }
    }
    const candidate = await summary(rigs[0], results[0]);
    const control = await summary(rigs[1], results[1]);
    return {
      profile: options.profile,
      // Each slice beside the one next to it, so that drift of the machine falls on both.
      ratio: quantile(
        candidate.perSlice.map((own, index) => own / (control.perSlice[index] ?? Number.NaN)),
        0.5,
      ),
      candidate,
      control,
    };
  } finally {
    for (const rig of rigs) closeWorkerRig(rig);
  }
}
