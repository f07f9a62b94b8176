import { readItem, shelf, writeItem } from '../../connection/storage.ts';

const KEY = 'tongke.phone';

/** The token of this phone's pairing with a board, or null. */
export function phoneToken(): string | null {
  return readItem(KEY) || null;
}

export function keepPhoneToken(token: string): void {
  writeItem(KEY, token);
}

/** The board took the phone away, or its owner wants another. */
export function forgetPhoneToken(): void {
  shelf.removeItem(KEY);
}
