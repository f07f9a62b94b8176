/**
 * Loss in bursts, after Gilbert and Elliott: a packet finds the link in a good or a bad state, is lost with that state's
 * probability, and then the state changes with `toBad` or `toGood`. Mean loss = (toGood · good + toBad · bad) ÷ (toBad + toGood); a bad
 * state lasts 1 ÷ toGood packets on average (Haßlinger and Hohlfeld, "The Gilbert-Elliott Model for Packet Loss in Real Time Services
 * on the Internet", 2008).
 */
export interface LossModel {
  readonly toBad: number;
  readonly toGood: number;
  /** Probability of loss in the bad state; 1 unless told (Gilbert's first model). */
  readonly bad?: number;
  /** In the good state; 0 unless told. */
  readonly good?: number;
}

/** Loses this share of the packets, each by itself. */
export function evenLoss(share: number): LossModel {
  return { toBad: 0, toGood: 1, good: share };
}

/** The state of one direction's loss. */
export class LossChain {
  readonly #random: () => number;
  #bad = false;

  constructor(random: () => number) {
    this.#random = random;
  }

  /** The fate of the next packet; true when it is lost. */
  loses({ toBad, toGood, bad = 1, good = 0 }: LossModel): boolean {
    const lost = this.#random() < (this.#bad ? bad : good);
    if (this.#random() < (this.#bad ? toGood : toBad)) this.#bad = !this.#bad;
    return lost;
  }
}
