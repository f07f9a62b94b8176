/** The secret of a link with which another school offers to hold lessons together, or null. */
export function pairingToken(hash: string): string | null {
  return /^#pairing=([A-Za-z0-9_-]{22,64})$/.exec(hash)?.[1] ?? null;
}
