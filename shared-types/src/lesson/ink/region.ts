/** The closest look: a sixth of the page's width. */
export const SMALLEST_REGION = 1_600;

/** [IK10] A part of a page, in page units, of the page's own shape: `size` is its width. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}
