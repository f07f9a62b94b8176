import { entryOf } from './entry-of.ts';
import type { LessonEvent } from './events.ts';
import type { Put } from './evolve/put.ts';
import { evolveBy } from './evolve.ts';
import type { LessonState } from './state.ts';

/** Where a fold stood, to go back to. */
export interface Mark {
  readonly state: LessonState;
  readonly changes: number;
}

/**
 * Folds events as `evolve` does, and does not copy a long record again that it has copied itself: a fold that is kept takes 5,000
 * answers in the time that it takes to write them down, instead of its square. Whoever keeps `state` longer than until the next `add`
 * sees such records go on; `viewFor` copies them.
 */
export class Fold {
  #state: LessonState;
  readonly #own = new WeakSet<object>();
  /** Undoes each change of an own record, the last one first. */
  readonly #undo: (() => void)[] = [];

  constructor(state: LessonState) {
    this.#state = state;
  }

  get state(): LessonState {
    return this.#state;
  }

  /** Folds one event; answers the state after it. */
  add(event: LessonEvent): LessonState {
    this.#state = evolveBy(this.#put, this.#state, event);
    return this.#state;
  }

  mark(): Mark {
    return { state: this.#state, changes: this.#undo.length };
  }

  /** Back to where it stood at the mark. */
  backTo({ state, changes }: Mark): void {
    for (const undo of this.#undo.splice(changes).reverse()) undo();
    this.#state = state;
  }

  /** What was folded so far stays: there is no way back behind it. */
  keep(): void {
    this.#undo.length = 0;
  }

  readonly #put: Put = <T>(record: Readonly<Record<string, T>>, key: string, value: T) => {
    if (!this.#own.has(record)) {
      const copy = { ...record, [key]: value };
      this.#own.add(copy);
      return copy;
    }
    const own = record as Record<string, T>;
    const before = entryOf(own, key);
    this.#undo.push(() => {
      if (before === undefined) delete own[key];
      else own[key] = before;
    });
    own[key] = value;
    return own;
  };
}

/** The state after all these events: `evolve`, one after the other. */
export function evolveAll(state: LessonState, events: readonly LessonEvent[]): LessonState {
  const fold = new Fold(state);
  for (const event of events) {
    fold.add(event);
    fold.keep();
  }
  return fold.state;
}
