/** Runs the tasks of one key one after another, and those of different keys side by side. */
export class Lanes {
  readonly #tails = new Map<string, Promise<unknown>>();

  /** Answers what the task answers, once the tasks before it have ended in whatever way. */
  run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(key) ?? Promise.resolve();
    const result = before.then(task, task);
    const tail = result
      .catch(() => undefined)
      .finally(() => {
        if (this.#tails.get(key) === tail) this.#tails.delete(key);
      });
    this.#tails.set(key, tail);
    return result;
  }
}
