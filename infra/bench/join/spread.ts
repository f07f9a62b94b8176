import { quantile } from '../quantile.ts';

/** The shape of a set of measurements, in whole numbers. */
export function spread(values: readonly number[]) {
  const [min, p50, p95, max] = [0, 0.5, 0.95, 1].map((q) => Math.round(quantile(values, q)));
  return { count: values.length, min, p50, p95, max };
}
