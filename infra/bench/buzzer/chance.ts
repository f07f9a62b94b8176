import { seeded } from '@tongke/shared-types/testing';

/** Draws that are the same for the same seed. */
export class Chance {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = seeded(seed);
  }

  /** From 0 up to 1. */
  share(): number {
    return this.#next();
  }

  between(least: number, most: number): number {
    return least + (most - least) * this.#next();
  }

  exponential(mean: number): number {
    return -mean * Math.log(1 - this.#next());
  }

  /** The sum of two of them. */
  twoExponentials(mean: number): number {
    return -mean * Math.log((1 - this.#next()) * (1 - this.#next()));
  }

  /** Box and Muller's normal deviate. */
  normal(sigma: number): number {
    return sigma * Math.sqrt(-2 * Math.log(1 - this.#next())) * Math.cos(2 * Math.PI * this.#next());
  }

  happens(probability: number): boolean {
    return this.#next() < probability;
  }
}
