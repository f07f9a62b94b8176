import {
  isCalm,
  isWorse,
  LOSING,
  runningRung,
  startLadder,
  stepLadder,
  UPLINK_RUNGS,
  type UplinkRung,
  uplinkRungOf,
  worseOf,
} from '@tongke/shared-types';
import type { Measured } from './engine.ts';
import { Lasting } from './lasting.ts';

/** Whether a still is carried shows when the lowest layer runs. */
const MUTE: readonly UplinkRung[] = ['still'];

/** [WL4] What a classroom sends of its camera, by what arrives. */
export class Uplink {
  readonly #outgoing = new Lasting<number>();
  #ladder = startLadder<UplinkRung>('full');
  #ceiling: UplinkRung = 'full';
  #losing = false;

  /** Where it stands. */
  get rung(): UplinkRung {
    return this.#ladder.rung;
  }

  /** What is to be sent now, for a try too. */
  get running(): UplinkRung {
    return runningRung(this.#ladder);
  }

  /** It carries all that it may, and lost nothing when it was looked at last. */
  get calm(): boolean {
    return isCalm(this.#ladder, this.#ceiling) && !this.#losing;
  }

  /** The browser says what fits, in bit/s. */
  heard(outgoing: number | null, now: number): void {
    this.#outgoing.set(outgoing, now);
  }

  /** [WL9] The most that the lead teacher wants of it: less at once, more from the lowest layer on. */
  allow(ceiling: UplinkRung): void {
    if (ceiling === this.#ceiling) return;
    const from = isWorse(UPLINK_RUNGS, ceiling, this.#ceiling) ? this.#ladder.rung : 'low';
    this.#ceiling = ceiling;
    this.#ladder = startLadder(worseOf(UPLINK_RUNGS, from, ceiling));
  }

  /** Connected anew: the end of the old connection says nothing of this one. */
  renew(): void {
    this.#ladder = startLadder(this.#ceiling);
  }

  /** A measurement, while somebody watches the camera; `score` is that of its best layer, 0 to 10. */
  see({ received, lossReceived }: Measured, score: number, now: number): void {
    this.#losing = lossReceived >= LOSING;
    const flows = this.running === 'full' || this.running === 'low';
    const sample = { available: this.#outgoing.get(now), received, loss: lossReceived, score: flows ? score : null };
    const seen = uplinkRungOf(sample);
    // A camera that does not send shows nothing of a better rung.
    const rung = flows ? seen.rung : worseOf(UPLINK_RUNGS, seen.rung, this.#ladder.rung);
    this.#ladder = stepLadder(
      UPLINK_RUNGS,
      this.#ladder,
      { ...seen, rung },
      { now, ceiling: this.#ceiling, mute: MUTE },
    );
  }
}
