import type { DeckPage, LessonPack, Slide } from '@tongke/shared-types';

/** The pages of this deck as the pack names them; null where the pack is of another deck. */
export function pagesOfPack(pack: LessonPack | null, slide: Slide | null): readonly DeckPage[] | null {
  if (!pack || !slide || pack.deckId !== slide.deckId) return null;
  return pack.pages.map(({ large, small }) => ({ large: large?.hash ?? null, small: small?.hash ?? null }));
}
