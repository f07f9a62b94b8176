/** A queue that lets each item out a constant time after it came in, in order. */
export class DelayLine<T> {
  readonly #delayMs: () => number;
  readonly #out: (item: T) => void;
  readonly #items: { readonly at: number; readonly item: T }[] = [];
  #timer: NodeJS.Timeout | null = null;

  /** `delayMs` is asked for every item, so that a running line can change its delay. */
  constructor(delayMs: () => number, out: (item: T) => void) {
    this.#delayMs = delayMs;
    this.#out = out;
  }

  /** `notBefore` holds the item back until that instant (performance.now) before its way begins. */
  push(item: T, notBefore = 0): void {
    const at = Math.max(performance.now(), notBefore) + this.#delayMs();
    this.#items.push({ at, item });
    this.#timer ??= this.#arm(at);
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#items.length = 0;
  }

  #arm(at: number): NodeJS.Timeout {
    return setTimeout(() => this.#flush(), Math.max(0, at - performance.now()));
  }

  #flush(): void {
    this.#timer = null;
    // Timers may fire up to a millisecond early.
    const due = performance.now() + 0.5;
    for (let next = this.#items[0]; next && next.at <= due; next = this.#items[0]) {
      this.#items.shift();
      this.#out(next.item);
    }
    const next = this.#items[0];
    if (next) this.#timer = this.#arm(next.at);
  }
}
