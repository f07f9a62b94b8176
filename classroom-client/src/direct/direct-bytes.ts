import type { DirectDown, DirectUp } from '@tongke/shared-types';

/** What goes over a direct channel, as bytes. */
export function directBytes(message: DirectDown | DirectUp): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(message));
}

/** What came over a direct channel; null where it is no JSON. */
export function readDirect(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
