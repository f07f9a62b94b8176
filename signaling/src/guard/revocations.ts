/** What was taken back: a staff session, an account, a board or a phone. */
export interface Revoked {
  readonly kind: 'session' | 'account' | 'device';
  readonly id: string;
}

/** More than are ever taken back while one hello is looked at. */
const KEPT = 1_000;

/** Carries revocations from the catalogue's routes to the sockets that must close at once. */
export class Revocations {
  readonly #listeners = new Set<(revoked: Revoked) => void>();
  readonly #latest: Revoked[] = [];
  #count = 0;

  /** How many there have been: a mark for `since`. */
  get count(): number {
    return this.#count;
  }

  onRevoked(listener: (revoked: Revoked) => void): void {
    this.#listeners.add(listener);
  }

  revoke(revoked: Revoked): void {
    this.#count += 1;
    this.#latest.push(revoked);
    if (this.#latest.length > KEPT) this.#latest.shift();
    for (const listener of this.#listeners) listener(revoked);
  }

  /** What was taken back since the mark, for whoever was being let in meanwhile. */
  since(mark: number): readonly Revoked[] {
    return this.#count === mark ? [] : this.#latest.slice(mark - this.#count);
  }
}
