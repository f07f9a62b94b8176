import type { PublishWants } from '../layout/publish-wants.ts';

/** What is wanted may never come; the own camera waits no longer than this, in ms. */
const PATIENCE_MS = 1_000;

/**
 * At the start of a lesson everything happens at once, and opening a camera is the heaviest of it: it waits until what the screen
 * wants to show is attached. A camera that runs already goes on.
 */
export function createReceivingFirst(now: () => number): (wants: PublishWants, attached: boolean) => PublishWants {
  let behindSince: number | null = null;
  let running = false;
  return (wants, attached) => {
    behindSince = attached ? null : (behindSince ?? now());
    const waits = behindSince !== null && now() - behindSince < PATIENCE_MS;
    running = wants.camera && (running || !waits);
    return { ...wants, camera: running };
  };
}
