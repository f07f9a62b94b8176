/** What the lesson shows of a deck of pages. Pictures and notes stay outside the log; `deckId` leads to them over HTTP. */
export interface Slide {
  readonly deckId: string;
  readonly title: string;
  /** How many pages the deck has. */
  readonly pages: number;
  /** From 1. */
  readonly page: number;
  /** False while the pages are put away. */
  readonly shown: boolean;
}
