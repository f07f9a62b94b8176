import type { TrackSource } from '@tongke/shared-types';

/**
 * What one peer may send now. The expiry runs here alone, so that a microphone closes in time also while nobody controls this server.
 */
export class Grants {
  /** The timer that ends each grant; null where it never runs out. */
  readonly #timers = new Map<TrackSource, NodeJS.Timeout | null>();
  readonly #onExpired: (source: TrackSource) => void;

  constructor(onExpired: (source: TrackSource) => void) {
    this.#onExpired = onExpired;
  }

  has(source: TrackSource): boolean {
    return this.#timers.has(source);
  }

  /** Gives or renews a grant for `ttlMs` from now. */
  set(source: TrackSource, ttlMs: number | null): void {
    this.clear(source);
    const expire = () => {
      this.#timers.delete(source);
      this.#onExpired(source);
    };
    this.#timers.set(source, ttlMs === null ? null : setTimeout(expire, ttlMs));
  }

  clear(source: TrackSource): void {
    clearTimeout(this.#timers.get(source) ?? undefined);
    this.#timers.delete(source);
  }

  close(): void {
    for (const source of [...this.#timers.keys()]) this.clear(source);
  }
}
