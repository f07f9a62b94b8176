import type { Refusal } from '@tongke/shared-types';

const PASSING: readonly Refusal[] = ['busy-try-again', 'too-many-requests', 'storage-unavailable', 'internal'];

/** True for a refusal that time may heal: the same thing asked again a little later may be granted. */
export function isPassing(reason: Refusal): boolean {
  return PASSING.includes(reason);
}
