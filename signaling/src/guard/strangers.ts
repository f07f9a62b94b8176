import { type Allowance, TokenBucket } from './token-bucket.ts';

/**
 * [AC6] What all who have proved nothing yet may ask together. Who says to be known here (by a cookie, a device's token, an
 * own seat) has a share beside it: a flood of strangers keeps neither staff nor seated pupils from coming back.
 */
export class Strangers {
  readonly #unknown: TokenBucket;
  readonly #known: TokenBucket;

  constructor(unknown: Allowance, known: Allowance, now: () => number) {
    this.#unknown = new TokenBucket(unknown, now);
    this.#known = new TokenBucket(known, now);
  }

  /** True when one more is within the share. */
  take(saysToBeKnown: boolean): boolean {
    return (saysToBeKnown ? this.#known : this.#unknown).take();
  }
}
