/** The secret of a one-time link, which stands in the address's fragment; null when there is none. */
export function linkToken(hash: string): string | null {
  return /^#([A-Za-z0-9_-]{22,64})$/.exec(hash)?.[1] ?? null;
}
