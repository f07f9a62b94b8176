import { readItem, shelf, writeItem } from '../../connection/storage.ts';

const KEY = 'tongke.board';

/** The token of this board's pairing, or null when it is not paired. */
export function boardToken(): string | null {
  return readItem(KEY) || null;
}

export function keepBoardToken(token: string): void {
  writeItem(KEY, token);
}

/** The pairing is over, here at least. */
export function forgetBoardToken(): void {
  shelf.removeItem(KEY);
}
