/** A list in pieces of at most `size`, so that no event outgrows 4 kB. */
export function portions<T>(all: readonly T[], size: number): T[][] {
  const found: T[][] = [];
  for (let from = 0; from < all.length; from += size) found.push(all.slice(from, from + size));
  return found;
}
