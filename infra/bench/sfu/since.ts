import type { Measured } from './pairs.ts';

/** What came between two counts. */
export function since(before: Measured, after: Measured): Measured {
  return { packets: after.packets - before.packets, us: after.us - before.us };
}
