import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 2;

/** How late the loop of a process came to its timers, in ms. */
export interface LoopLag {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** Watches this process; answers what it saw so far. */
export function watchLoop(): () => LoopLag {
  const seen = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  seen.enable();
  const ms = (nanoseconds: number) => Math.max(0, Math.round(nanoseconds / 1e4) / 100 - RESOLUTION_MS);
  return () => ({ p50: ms(seen.percentile(50)), p99: ms(seen.percentile(99)), max: ms(seen.max) });
}
