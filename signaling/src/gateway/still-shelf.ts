import { MOST_STILLS, type PeerId, type RelayedStill } from '@tongke/shared-types';
import type { Clock } from '../room/clock.ts';

/** Time for a message's worth of pictures, in ms: between two the line is free for what is urgent. */
export const GATHER_MS = 250;

/**
 * [FL7] Pictures of rooms on their way to the lead teacher, the latest of each: some leave in one message, for one alone costs this server
 * more than what is in it.
 */
export class StillShelf {
  readonly #clock: Clock;
  readonly #send: (stills: readonly RelayedStill[]) => void;
  readonly #stills = new Map<PeerId, RelayedStill>();
  #cancel: (() => void) | null = null;

  constructor(clock: Clock, send: (stills: readonly RelayedStill[]) => void) {
    this.#clock = clock;
    this.#send = send;
  }

  put(still: RelayedStill): void {
    this.#stills.set(still.peerId, still);
    this.#cancel ??= this.#clock.after(GATHER_MS, () => this.#flush());
  }

  close(): void {
    this.#cancel?.();
    this.#stills.clear();
  }

  #flush(): void {
    const stills = [...this.#stills.values()].slice(0, MOST_STILLS);
    for (const { peerId } of stills) this.#stills.delete(peerId);
    this.#cancel = this.#stills.size > 0 ? this.#clock.after(GATHER_MS, () => this.#flush()) : null;
    this.#send(stills);
  }
}
