/** Between two tiles, px. */
const GAP = 12;
/** A tile below this width is too small to see anybody on, px. */
const LEAST = 164;
/** Name and two lines of facts below the picture, px; closer where tiles are small. */
const WORDS = 76;
/** From this width on a tile has room for full-sized words, px. */
export const ROOMY = 240;

/** Tiles that fill less of the width than this leave a hole beside them that looks as if a classroom were missing. */
const FULL = 0.8;
/** In fewer rows tiles may be smaller than the largest, down to this share of their width. */
const NEARLY = 0.75;

/** In a narrow panel, but no narrower than this, words stand beside the picture, px; so much of the width is theirs. */
const NARROWEST = 264;
const BESIDE = 140;
/** Four short lines of words are as high as a picture of this width, px. */
const LEAST_BESIDE = 152;

/** How wide a classroom's tile is, px, and how many stand in a row. */
export interface GridShape {
  readonly columns: number;
  readonly width: number;
  /** How wide the picture is where the words stand beside it, px; null where they stand below. */
  readonly picture: number | null;
}

/**
 * The largest tiles with which all classrooms are in sight at once, or nearly as large ones in fewer rows where those fill the width better; as many
 * as fit side by side where that is too small. A panel too narrow for two has the words beside the pictures where those become larger by it.
 */
export function gridShape(count: number, space: { readonly width: number; readonly height: number }): GridShape {
  const rowsOf = (columns: number) => Math.ceil(count / columns);
  const widthOf = (columns: number) => (space.width - (columns - 1) * GAP) / columns;
  /** As wide as a picture is in so many rows, with so much of its tile's height for words. */
  const pictureIn = (rows: number, words: number) => (((space.height - (rows - 1) * GAP) / rows - words) * 16) / 9;
  const fits = (columns: number): GridShape => {
    const width = Math.floor(Math.min(widthOf(columns), pictureIn(rowsOf(columns), WORDS)));
    return { columns, width, picture: null };
  };
  const shapes = Array.from({ length: Math.max(1, count) }, (_, index) => fits(index + 1));
  const best = shapes.reduce((most, shape) => (shape.width > most.width ? shape : most));
  const narrow = space.width < 2 * LEAST + GAP && space.width >= NARROWEST;
  const picture = Math.floor(Math.max(LEAST_BESIDE, Math.min(pictureIn(count, 0), space.width - BESIDE)));
  if (narrow && picture > best.width) return { columns: 1, width: Math.floor(space.width), picture };
  const filled = ({ columns, width }: GridShape) => (columns * width + (columns - 1) * GAP) / space.width;
  const fuller = shapes.filter(
    ({ columns, width }) => rowsOf(columns) < rowsOf(best.columns) && width >= Math.max(LEAST, NEARLY * best.width),
  );
  const shape = filled(best) < FULL ? [best, ...fuller].reduce((a, b) => (filled(b) > filled(a) ? b : a)) : best;
  if (shape.width >= LEAST) return shape;
  const columns = Math.max(1, Math.floor((space.width + GAP) / (LEAST + GAP)));
  return { columns, width: Math.floor(widthOf(columns)), picture: null };
}
