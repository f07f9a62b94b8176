/** A queue that lets each item out at its own instant (performance.now); of two with the same instant the earlier pushed first. */
export class DueQueue<T> {
  readonly #out: (item: T) => void;
  readonly #items: { readonly at: number; readonly item: T }[] = [];
  #timer: NodeJS.Timeout | null = null;
  #armedFor = Number.POSITIVE_INFINITY;

  constructor(out: (item: T) => void) {
    this.#out = out;
  }

  push(item: T, at: number): void {
    let place = this.#items.length;
    while (place > 0 && (this.#items[place - 1]?.at ?? 0) > at) place -= 1;
    this.#items.splice(place, 0, { at, item });
    if (at < this.#armedFor) this.#arm(at);
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#items.length = 0;
  }

  #arm(at: number): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#armedFor = at;
    this.#timer = setTimeout(() => this.#flush(), Math.max(0, at - performance.now()));
  }

  #flush(): void {
    this.#armedFor = Number.POSITIVE_INFINITY;
    // Timers may fire up to a millisecond early.
    const due = performance.now() + 0.5;
    for (let next = this.#items[0]; next && next.at <= due; next = this.#items[0]) {
      this.#items.shift();
      this.#out(next.item);
    }
    const next = this.#items[0];
    if (next) this.#arm(next.at);
  }
}
