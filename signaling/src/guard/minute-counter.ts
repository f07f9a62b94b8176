const SECONDS = 60;

/** Counts what happened in the last minute, to the second, in the same few bytes however much it was. */
export class MinuteCounter {
  readonly #now: () => number;
  readonly #counts = new Uint32Array(SECONDS);
  #second = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  get count(): number {
    this.#moveOn();
    return this.#counts.reduce((sum, count) => sum + count, 0);
  }

  add(): void {
    const slot = this.#moveOn();
    this.#counts[slot] = (this.#counts[slot] ?? 0) + 1;
  }

  /** Empties the seconds that have passed since the last look; answers the slot of this one. */
  #moveOn(): number {
    const second = Math.floor(this.#now() / 1000);
    const passed = Math.min(SECONDS, Math.max(0, second - this.#second));
    for (let step = 1; step <= passed; step += 1) this.#counts[(second - passed + step) % SECONDS] = 0;
    this.#second = Math.max(this.#second, second);
    return this.#second % SECONDS;
  }
}
