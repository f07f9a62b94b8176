import type { Chance } from './chance.ts';

/** Reactions, in ms: the first, and how far behind the second the others are on average. */
const FIRST_MS = { least: 300, most: 900 } as const;
const OTHERS_MS = 200;

/** What a device adds to a reaction: a bias of its own and the wait for a frame, in ms. */
const DEVICE = { sigma: 8, frame: 16.7 } as const;

/** True reactions of so many people, in ms: the first, the second exactly `gap` later, and the others behind it. */
export function reactionsOf(people: number, gap: number, chance: Chance): number[] {
  const first = chance.between(FIRST_MS.least, FIRST_MS.most);
  const others = Array.from({ length: people - 2 }, () => first + gap + chance.exponential(OTHERS_MS));
  return [first, first + gap, ...others];
}

/** What a device's clock makes of a reaction more than it was, in ms. */
export function deviceError(chance: Chance): number {
  return chance.normal(DEVICE.sigma) + chance.between(0, DEVICE.frame);
}
