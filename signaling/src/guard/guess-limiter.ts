import { type Refused, refuse } from '@tongke/shared-types';
import type { Clock } from '../room/clock.ts';
import { MinuteCounter } from './minute-counter.ts';

/** Where a code or PIN was entered. A school is one address, so addresses never count. */
export interface Guesser {
  readonly connection: string;
  readonly account?: string;
  /** Whether somebody still waits for the answer; who has gone takes nobody's turn. */
  readonly isHere?: () => boolean;
}

export interface GuessLimiterOptions {
  readonly clock: Clock;
  /** Called when many wrong guesses begin, and once a minute while they go on, with how many were tried in the last minute. */
  readonly alert: (triedPerMinute: number) => void;
}

const WINDOW_MS = 60_000;
const PER_GUESSER = 8;
const PER_SERVER = 30;
/** How long each code that is looked up holds the others back in slow mode. */
const SLOW_MS = 500;
/** Who waits longer than this in slow mode would have given up: a tablet asks again after 5 s. */
const MAX_WAITING = 8;
/** Signed-in staff are known and few: strangers cannot fill their places. */
const MAX_WAITING_STAFF = 16;

/**
 * [AC5] The one lane in which codes and PINs are tried, one after the other, from sockets and requests alike. Wrong ones
 * count per connection, per account and per server over a minute. Too many of one guesser are refused; more than 30 on
 * the server let two a second through, with a short queue, and alert the administrator.
 */
export class GuessLimiter {
  readonly #options: GuessLimiterOptions;
  /** When each guesser was wrong: at most eight times each, forgotten after a minute. */
  readonly #wrong = new Map<string, number[]>();
  readonly #wrongOnServer: MinuteCounter;
  readonly #tried: MinuteCounter;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #sweptAt = 0;
  #alerting = false;

  constructor(options: GuessLimiterOptions) {
    this.#options = options;
    const now = () => options.clock.now();
    this.#wrongOnServer = new MinuteCounter(now);
    this.#tried = new MinuteCounter(now);
  }

  /** Tries one guess in its turn, and counts it when it was wrong; `code/slow-down` when it is not looked at. */
  async try<T>(guesser: Guesser, attempt: () => T | Promise<T>, isWrong: (answer: T) => boolean): Promise<T | Refused> {
    const places = guesser.account === undefined ? MAX_WAITING : MAX_WAITING_STAFF;
    if (this.#isPaused(guesser) || (this.#isSlow && this.#waiting >= places)) return this.#turnAway();
    this.#waiting += 1;
    const turn = this.#last.then(async () => {
      this.#waiting -= 1;
      // Asked again: a thousand at once must not all slip past a counter that still stands at zero.
      const late = this.#isSlow && this.#waiting >= places;
      if (this.#isPaused(guesser) || late || guesser.isHere?.() === false)
        return { answer: this.#turnAway(), after: 0 };
      const after = this.#isSlow ? SLOW_MS : 0;
      const answer = await attempt();
      if (isWrong(answer)) this.#note(guesser);
      return { answer, after };
    });
    this.#last = turn.then(
      ({ after }) => this.#pause(after),
      () => undefined,
    );
    return (await turn).answer;
  }

  get #isSlow(): boolean {
    return this.#wrongOnServer.count > PER_SERVER;
  }

  #isPaused(guesser: Guesser): boolean {
    return keysOf(guesser).some((key) => this.#recent(key).length >= PER_GUESSER);
  }

  async #pause(ms: number): Promise<void> {
    if (ms > 0) await new Promise<void>((resolve) => void this.#options.clock.after(ms, resolve));
  }

  #turnAway(): Refused {
    this.#tried.add();
    return refuse('code/slow-down');
  }

  #note(guesser: Guesser): void {
    const now = this.#options.clock.now();
    for (const key of keysOf(guesser)) this.#wrong.set(key, [...this.#recent(key), now]);
    this.#wrongOnServer.add();
    this.#tried.add();
    if (this.#isSlow && !this.#alerting) this.#alert();
    if (now - this.#sweptAt >= WINDOW_MS) this.#sweep(now);
  }

  /** Again each minute while it goes on: what began as 31 may have become thousands. */
  #alert(): void {
    this.#alerting = true;
    this.#options.alert(this.#tried.count);
    this.#options.clock.after(WINDOW_MS, () => {
      this.#alerting = false;
      if (this.#isSlow) this.#alert();
    });
  }

  #recent(key: string): number[] {
    const since = this.#options.clock.now() - WINDOW_MS;
    return (this.#wrong.get(key) ?? []).filter((at) => at > since);
  }

  /** Keeps the map small, once a minute: a look at every guesser for each wrong guess would be an attack's work done for it. */
  #sweep(now: number): void {
    this.#sweptAt = now;
    for (const key of this.#wrong.keys()) if (this.#recent(key).length === 0) this.#wrong.delete(key);
  }
}

function keysOf({ connection, account }: Guesser): string[] {
  return account === undefined ? [`c:${connection}`] : [`c:${connection}`, `a:${account}`];
}
