/** As many papers and camera pictures a lesson has at most. */
export const MOST_PAPERS = 40;

/** A page of the lesson that no deck brought: blank, or a picture that the teacher took (`photo`, its hash; the bytes travel over HTTP). */
export interface Paper {
  readonly paperId: string;
  readonly photo: string | null;
}

export interface Papers {
  /** In the order in which they came. */
  readonly all: readonly Paper[];
  /** The paper that stands on the screens in the deck's place; null where none does. */
  readonly shown: string | null;
}

export const NO_PAPERS: Papers = { all: [], shown: null };
