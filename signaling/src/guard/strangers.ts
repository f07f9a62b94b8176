import { type Allowance, TokenBucket } from './token-bucket.ts';

/**
 * [AC6] What all who have proved nothing yet may ask together. Who says to be known here (by a cookie, a device's token, an
 * own seat) has a share of the same size beside it: a flood of strangers keeps neither staff nor seated pupils from coming back.
 */
export class Strangers {
  readonly #unknown: TokenBucket;
  readonly #known: TokenBucket;

  constructor(allowance: Allowance, now: () => number) {
    this.#unknown = new TokenBucket(allowance, now);
    this.#known = new TokenBucket(allowance, now);
  }

  /** True when one more is within the share. */
  take(saysToBeKnown: boolean): boolean {
    return (saysToBeKnown ? this.#known : this.#unknown).take();
  }
}
