import { setTimeout as sleep } from 'node:timers/promises';

/** A steady stream for a while. */
export interface Pace {
  readonly packetsPerSecond: number;
  readonly sliceMs: number;
  /** Of each packet on the way in, RTP header included. */
  readonly bytes: number;
}

/** Calls `send` for each packet of a slice of time, catching up where a timer was late. */
export async function sendSteadily({ packetsPerSecond, sliceMs }: Pace, send: () => void): Promise<void> {
  const start = performance.now();
  const total = Math.round((packetsPerSecond * sliceMs) / 1000);
  for (let sent = 0; sent < total; ) {
    const due = Math.min(total, Math.ceil(((performance.now() - start) * packetsPerSecond) / 1000));
    for (; sent < due; sent += 1) send();
    await sleep(1000 / packetsPerSecond);
  }
  // What is still on its way belongs to this slice.
  await sleep(50);
}
