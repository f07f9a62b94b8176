import type { DeckPage } from '@tongke/shared-types';

/** Whoever teaches goes on much more often than back. */
const AHEAD = 3;

/** [PG7] The pictures that a screen wants to hold before their turn comes: of the next three pages, and of the one before. */
export function aheadOf(pages: readonly DeckPage[], page: number, size: 'large' | 'small'): readonly string[] {
  const next = Array.from({ length: AHEAD }, (_, index) => page + 1 + index);
  return [...next, page - 1].flatMap((number) => pages[number - 1]?.[size] ?? []);
}
