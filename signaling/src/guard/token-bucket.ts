import type { Time } from '@tongke/shared-types';

/** So many at once, and so many a second from then on. */
export interface Allowance {
  readonly burst: number;
  readonly perSecond: number;
}

/** [AC6] Counts messages against an allowance. There may be thousands, which share `now`. */
export class TokenBucket {
  readonly #now: () => Time;
  readonly allowance: Allowance;
  #tokens: number;
  #at: Time;

  constructor(allowance: Allowance, now: () => Time) {
    this.allowance = allowance;
    this.#now = now;
    this.#tokens = allowance.burst;
    this.#at = now();
  }

  /** True when one more is within the allowance. */
  take(): boolean {
    const now = this.#now();
    const { burst, perSecond } = this.allowance;
    this.#tokens = Math.min(burst, this.#tokens + (Math.max(0, now - this.#at) * perSecond) / 1000);
    this.#at = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
