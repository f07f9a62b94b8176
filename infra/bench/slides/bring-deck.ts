import { setTimeout as sleep } from 'node:timers/promises';
import { DECK_LIMITS, type Api as Routes } from '@tongke/shared-types';
import type { Api } from '../join/api.ts';

/** So often it is looked at, ms. */
const LOOK_MS = 50;

export interface BroughtDeck {
  readonly deckId: string;
  readonly pages: number;
  /** From the answer to the last piece, with all bytes on the disk, until the last page is there, ms. */
  readonly importMs: number;
}

/** Uploads a file as a teacher's page does, and waits until it is pages. Throws where it is refused or a page is empty. */
export async function bringDeck(api: Api, title: string, file: Buffer): Promise<BroughtDeck> {
  const asked = { title, files: [file.length] };
  const { deck } = await api.post<Routes['POST /api/decks']['reply']>('/api/decks', asked);
  const { deckId } = deck;
  for (let from = 0; from < file.length; from += DECK_LIMITS.chunk) {
    const piece = new Uint8Array(file.subarray(from, from + DECK_LIMITS.chunk));
    await api.put(`/api/decks/${deckId}/file`, piece, `bytes ${from}-${from + piece.length - 1}/${file.length}`);
  }
  const begun = performance.now();
  for (;;) {
    const { decks } = await api.get<Routes['GET /api/decks']['reply']>('/api/decks');
    const now = decks.find((one) => one.deckId === deckId);
    if (now?.problem || (now?.empty.length ?? 0) > 0) throw new Error(`the deck was not made: ${now?.problem}`);
    if (now?.status === 'ready') return { deckId, pages: now.pages ?? 0, importMs: performance.now() - begun };
    await sleep(LOOK_MS);
  }
}
