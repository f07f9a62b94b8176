import { entryOf } from '../entry-of.ts';

/** The record with one more for each of these keys. */
export function counted(record: Readonly<Record<string, number>>, keys: readonly string[]): Record<string, number> {
  const counts = { ...record };
  for (const key of keys) counts[key] = (entryOf(counts, key) ?? 0) + 1;
  return counts;
}
