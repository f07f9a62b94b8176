/** As long does a browser's word count, in ms: it is said again every 30 s at the least, with the next answer to a ping. */
const LASTS_MS = 36_000;

/** The latest word of something that is said again and again: null when none has come for a while. */
export class Lasting<T> {
  #value: T | null = null;
  #until = 0;

  set(value: T | null, now: number): void {
    this.#value = value;
    this.#until = now + LASTS_MS;
  }

  get(now: number): T | null {
    return now < this.#until ? this.#value : null;
  }
}
