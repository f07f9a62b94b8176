import type { Slide } from '@tongke/shared-types';

/** As many stand side by side; of more the last ones. */
const MOST = 5;

/** [BR7] The pages from the one before a cut to the one of now, without the former; of another deck all up to the one of now. */
export function missedPages(before: Slide | null, now: Slide | null): readonly number[] {
  if (!now?.shown) return [];
  const from = before?.deckId === now.deckId ? before.page : 0;
  if (from === now.page) return [];
  const step = from < now.page ? 1 : -1;
  const pages = Array.from({ length: Math.abs(now.page - from) }, (_, index) => from + step * (index + 1));
  return pages.slice(-MOST);
}
