/** As many seeds there are. */
export const SEEDS = 2 ** 32;

/**
 * Where a seed falls among weights: the index, and what is left of it within that weight, 0 up to the weight; null where all are 0. Each
 * index has the chance of its weight, to within one part in 2^32. Pure: the same seed and weights give the same index for ever.
 */
export function drawFrom(
  weights: readonly number[],
  point: number,
): { readonly index: number; readonly rest: number } | null {
  let rest = point;
  for (const [index, weight] of weights.entries()) {
    if (rest < weight) return { index, rest };
    rest -= weight;
  }
  return null;
}

/** The point between 0 and the sum of the weights that a seed stands for. */
export function pointOf(seed: number, weights: readonly number[]): number {
  return (seed / SEEDS) * weights.reduce((sum, weight) => sum + weight, 0);
}
