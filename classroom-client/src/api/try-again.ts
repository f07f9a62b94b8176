import type { Refusal } from '@tongke/shared-types';

/** How long is waited before each further try, in ms; the last one again and again. */
const WAITS = [1_000, 2_000, 4_000, 8_000, 15_000] as const;
/** The server has no room just now, or the tries came too quickly: asking again helps. */
const PASSING: readonly (Refusal | 'offline')[] = [
  'offline',
  'busy-try-again',
  'too-many-requests',
  'storage-unavailable',
  'internal',
];

/** Whether a refused request may be granted when it is asked again. */
export function mayPass(reason: Refusal | 'offline'): boolean {
  return PASSING.includes(reason);
}

/** How long to wait after so many tries, in ms. */
export function pauseAfter(tries: number): number {
  return WAITS[Math.min(tries, WAITS.length - 1)] ?? 15_000;
}

/** Ends early when it is stopped. A little chance keeps forty tablets from coming back at the same instant. */
export function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms * (0.8 + 0.4 * Math.random()));
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
}
