import { DECK_LIMITS, type DeckItem, type Refusal } from '@tongke/shared-types';
import { type Answer, call } from '../api/call.ts';
import { mayPass, pauseAfter, wait } from '../api/try-again.ts';

/** On a slow link a piece must come through within the patience of one request. */
const LEAST_PIECE = 62_500;

export type Uploaded =
  | { readonly ok: true; readonly deck: DeckItem }
  | { readonly ok: false; readonly reason: Refusal | 'offline' | 'stopped' };

interface Upload {
  readonly files: readonly Blob[];
  /** From 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

interface Ways {
  readonly send: (id: string, piece: Blob, range: string) => Promise<Answer<'PUT /api/decks/:id/file'>>;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

const WAYS: Ways = {
  send: (id, body, range) => call('PUT /api/decks/:id/file', { id, body, range }),
  wait,
};

/** The bytes of a deck's files, which follow each other. */
export function bytesOf(files: readonly Blob[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}

/**
 * [DK1] Sends what is missing of a deck, piece by piece, until the server has all of it on its disk. A lost link costs one piece, which is
 * sent again, and half as long where it did not come through; a refusal that would come again ends it.
 */
export async function uploadDeck(begun: DeckItem, upload: Upload, ways: Ways = WAYS): Promise<Uploaded> {
  const { files, onProgress, signal } = upload;
  const all = new Blob([...files]);
  let deck = begun;
  let piece: number = DECK_LIMITS.chunk;
  let tries = 0;
  while (!signal.aborted) {
    const { received: from, bytes, deckId } = deck;
    onProgress(from / bytes);
    if (from >= bytes) return { ok: true, deck };
    const to = Math.min(bytes, from + piece);
    const answer = await ways.send(deckId, all.slice(from, to), `bytes ${from}-${to - 1}/${bytes}`);
    if (answer.ok) {
      ({ deck } = answer);
      tries = 0;
      continue;
    }
    if (!mayPass(answer.reason)) return answer;
    if (answer.reason === 'offline') piece = Math.max(LEAST_PIECE, piece / 2);
    await ways.wait(pauseAfter(tries), signal);
    tries += 1;
  }
  return { ok: false, reason: 'stopped' };
}
