import type { Time } from '@tongke/shared-types';
import type { CueSender } from './cue-sender.ts';
import type { Link } from './link.ts';
import { linkKey } from './link.ts';

/** When one screen got the key and showed the cue. */
interface Seen {
  /** When the key left for it, by the precise clock; null for who came later, or comes back after a restart. */
  readonly keyAt: number | null;
  /** When it says it showed the cue, by its own clock, and when that word arrived, by the precise clock. */
  readonly shown: { readonly at: number; readonly arrivedAt: number } | null;
}

/** [TM5] What is known of one buzzer round besides the log; gone when the round is. */
export class RoundTiming {
  readonly roundId: string;
  /** Null after a restart in an open round: its key is gone, and the view tells the prompt. */
  readonly cue: CueSender | null;
  #startedAt: number | null = null;
  readonly #seen = new Map<string, Seen>();

  constructor(roundId: string, cue: CueSender | null) {
    this.roundId = roundId;
    this.cue = cue;
  }

  get isOpen(): boolean {
    return this.#startedAt !== null;
  }

  /** The start is on disk: the key goes to everybody who is here. `startedAt` is on the precise clock. */
  start(startedAt: Time, links: readonly Link[]): void {
    this.#startedAt = startedAt;
    for (const link of links) this.#giveKey(link);
  }

  /** Somebody comes (back) in the middle. The clock of who had the key before goes on; that of others began with the round. */
  welcome(link: Link): void {
    this.cue?.sendCue(link);
    if (!this.isOpen || !this.cue) return;
    const known = this.#seen.get(linkKey(link.actor));
    this.cue.sendKey(link);
    if (!known) this.#seen.set(linkKey(link.actor), { keyAt: null, shown: null });
  }

  shown(key: string, at: number, arrivedAt: number): void {
    const known = this.#seen.get(key);
    // The first word counts: a later one would be a better story.
    if (this.isOpen && !known?.shown) this.#seen.set(key, { keyAt: known?.keyAt ?? null, shown: { at, arrivedAt } });
  }

  /** How long ago the key left for this screen, in ms; 0 before the start. */
  waited(key: string, arrivedAt: number): number {
    if (this.#startedAt === null) return 0;
    return Math.max(0, arrivedAt - (this.#seen.get(key)?.keyAt ?? this.#startedAt));
  }

  /** Between the arrivals of "shown" and of the press, in ms: what no stamp of the page can change. Null when there was no such word. */
  interval(key: string, arrivedAt: number): number | null {
    const shown = this.#seen.get(key)?.shown;
    return shown ? arrivedAt - shown.arrivedAt : null;
  }

  #giveKey(link: Link): void {
    if (this.cue) this.#seen.set(linkKey(link.actor), { keyAt: this.cue.sendKey(link), shown: null });
  }
}
