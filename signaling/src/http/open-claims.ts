const PER_CONNECTION = 3;
/** A board that shows a PIN asks every 2 s whether somebody has typed it. */
const SILENT_MS = 10_000;
const KEPT = 1_000;

interface Waiting {
  readonly connection: string;
  askedAt: number;
}

/** Which boards wait to be paired, by their claims: in memory, for a note in the database every 2 s would cost a write. */
export class OpenClaims {
  readonly #now: () => number;
  readonly #waiting = new Map<string, Waiting>();

  constructor(now: () => number) {
    this.#now = now;
  }

  opened(claim: string, connection: string): void {
    if (this.#waiting.size >= KEPT) this.silent();
    this.#waiting.set(claim, { connection, askedAt: this.#now() });
  }

  asked(claim: string): void {
    const waiting = this.#waiting.get(claim);
    if (waiting) waiting.askedAt = this.#now();
  }

  /** The claims of this connection that must go before it opens one more, the oldest first; they are forgotten here. */
  surplusOf(connection: string): string[] {
    const own = [...this.#waiting].filter(([, waiting]) => waiting.connection === connection).map(([claim]) => claim);
    return this.#forget(own.slice(0, Math.max(0, own.length - PER_CONNECTION + 1)));
  }

  /** The claims that nobody asks about any more; they are forgotten here. */
  silent(): string[] {
    const since = this.#now() - SILENT_MS;
    return this.#forget([...this.#waiting].filter(([, { askedAt }]) => askedAt <= since).map(([claim]) => claim));
  }

  #forget(claims: string[]): string[] {
    for (const claim of claims) this.#waiting.delete(claim);
    return claims;
  }
}
