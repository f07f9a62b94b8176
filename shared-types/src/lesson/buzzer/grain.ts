/** Stamps are kept in eighths of a ms: finer than any clock of a browser, and exact in binary, so that every replay adds up to the same. */
export function grain(ms: number): number {
  return Math.round(ms * 8) / 8;
}
