/** What the converting process is to do; it stands in its one argument, as JSON. */
export type ChildJob =
  /** Look into a package of an office program. */
  | { readonly job: 'look'; readonly file: string }
  /** Draw the pages of a PDF from this one on; `oneByOne`: a page is said to be done before the next one is touched. */
  | {
      readonly job: 'pdf';
      readonly file: string;
      readonly folder: string;
      readonly from: number;
      readonly oneByOne: boolean;
    }
  /** Make pages of pictures that follow each other in the file. */
  | {
      readonly job: 'pictures';
      readonly file: string;
      readonly folder: string;
      readonly from: number;
      readonly sizes: readonly number[];
    };
