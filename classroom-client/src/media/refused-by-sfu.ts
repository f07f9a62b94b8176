import type { Refusal } from '@tongke/shared-types';

/** The one exception here: mediasoup-client wants a rejected promise where the SFU or the rules say no. */
export class RefusedBySfu extends Error {
  readonly reason: Refusal;

  constructor(reason: Refusal) {
    super(reason);
    this.reason = reason;
  }
}
