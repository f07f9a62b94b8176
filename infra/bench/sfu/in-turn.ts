import type { Measured, Pair } from './pairs.ts';

/** Two sides that are measured one right after the other, and take turns in going first. */
export function inTurn<Own extends Measured>(
  own: () => Promise<Own>,
  control: () => Promise<Measured>,
): (round: number) => Promise<Pair<Own>> {
  return async (round) => {
    const early = round % 2 === 1 ? await control() : null;
    return { own: await own(), control: early ?? (await control()) };
  };
}
