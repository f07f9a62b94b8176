/** Where a code, PIN, ticket or link was entered. A school is one address, so addresses never count. */
export interface Guesser {
  readonly connection: string;
  readonly account?: string;
}

export interface GuessLimiterOptions {
  readonly now: () => number;
  /** Called once when a minute of many wrong guesses begins. */
  readonly alert: (wrongPerMinute: number) => void;
}

const WINDOW_MS = 60_000;
const PER_GUESSER = 8;
const PER_SERVER = 30;
const SLOW_MS = 2_000;

/**
 * [AC5] Counts wrong guesses per connection, per signed-in account and per server over a minute. Too many of one guesser
 * are refused; more than 30 on the server slow every entry down and alert the administrator.
 */
export class GuessLimiter {
  readonly #options: GuessLimiterOptions;
  readonly #wrong = new Map<string, number[]>();
  #alerted = false;

  constructor(options: GuessLimiterOptions) {
    this.#options = options;
  }

  /** Before a guess is looked at: how long to wait in ms, or 'refuse' when this guesser must pause for up to a minute. */
  before(guesser: Guesser): number | 'refuse' {
    const keys = keysOf(guesser);
    if (keys.some((key) => this.#count(key) >= PER_GUESSER)) return 'refuse';
    return this.#count('server') > PER_SERVER ? SLOW_MS : 0;
  }

  /** After a guess that was wrong. */
  wrong(guesser: Guesser): void {
    const now = this.#options.now();
    for (const key of [...keysOf(guesser), 'server']) {
      const times = this.#recent(key);
      times.push(now);
      this.#wrong.set(key, times);
    }
    const total = this.#count('server');
    if (total > PER_SERVER && !this.#alerted) this.#options.alert(total);
    this.#alerted = total > PER_SERVER;
    this.#forget();
  }

  #count(key: string): number {
    return this.#recent(key).length;
  }

  #recent(key: string): number[] {
    const since = this.#options.now() - WINDOW_MS;
    return (this.#wrong.get(key) ?? []).filter((at) => at > since);
  }

  /** Keeps the map small: guessers whose minute is over are dropped. */
  #forget(): void {
    for (const key of this.#wrong.keys()) if (this.#count(key) === 0) this.#wrong.delete(key);
  }
}

function keysOf({ connection, account }: Guesser): string[] {
  return account === undefined ? [`c:${connection}`] : [`c:${connection}`, `a:${account}`];
}
