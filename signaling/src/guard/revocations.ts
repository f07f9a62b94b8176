/** What was taken back: a staff session, an account, a board or a phone. */
export interface Revoked {
  readonly kind: 'session' | 'account' | 'device';
  readonly id: string;
}

/** Carries revocations from the catalogue's routes to the sockets that must close at once. */
export class Revocations {
  readonly #listeners = new Set<(revoked: Revoked) => void>();

  onRevoked(listener: (revoked: Revoked) => void): void {
    this.#listeners.add(listener);
  }

  revoke(revoked: Revoked): void {
    for (const listener of this.#listeners) listener(revoked);
  }
}
