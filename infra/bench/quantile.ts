/** The q-quantile (0 to 1) of the values by nearest rank; throws where there are none, for then nothing was measured. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))];
  if (value === undefined) throw new Error('nothing was measured');
  return value;
}
