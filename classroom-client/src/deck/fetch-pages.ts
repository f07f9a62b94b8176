import type { DeckPage, HttpReply } from '@tongke/shared-types';

/** The pages of a deck, as far as who asks may see them; null when they did not come. */
export async function fetchPages(
  deckId: string,
  proof: Readonly<Record<string, string>>,
): Promise<readonly DeckPage[] | null> {
  try {
    const path = `/api/decks/${encodeURIComponent(deckId)}/pages`;
    const answer = await fetch(path, { credentials: 'same-origin', headers: { ...proof } });
    const reply = (await answer.json()) as HttpReply<{ readonly pages: readonly DeckPage[] }>;
    return reply.ok ? reply.pages : null;
  } catch {
    return null;
  }
}
