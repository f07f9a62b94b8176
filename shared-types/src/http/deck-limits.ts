/** How large decks may be. */
export const DECK_LIMITS = {
  /** Bytes of all files of a deck together. */
  bytes: 200_000_000,
  /** Bytes that travel in one request. */
  chunk: 1_000_000,
  /** Pages of a deck, and pictures that are made into one. */
  pages: 300,
  /** Decks of one account. */
  decks: 200,
  /** Characters of a title. */
  title: 80,
  /** Questions that are pinned to one page. */
  pins: 5,
} as const;
