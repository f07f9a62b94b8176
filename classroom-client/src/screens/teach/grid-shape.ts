/** Between two tiles, px. */
const GAP = 12;
/** A tile below this width is too small to see anybody on, px. */
const LEAST = 164;
/** Name and facts below the picture, px; closer where tiles are small. */
const WORDS = 68;
/** From this width on a tile has room for full-sized words, px. */
export const ROOMY = 240;

/** How wide a classroom's tile is, px, and how many stand in a row. */
export interface GridShape {
  readonly columns: number;
  readonly width: number;
}

/** The largest tiles with which all classrooms are in sight at once; as many as fit side by side where that is too small. */
export function gridShape(count: number, space: { readonly width: number; readonly height: number }): GridShape {
  const fits = (columns: number): GridShape => {
    const rows = Math.ceil(count / columns);
    const byWidth = (space.width - (columns - 1) * GAP) / columns;
    const byHeight = (((space.height - (rows - 1) * GAP) / rows - WORDS) * 16) / 9;
    return { columns, width: Math.floor(Math.min(byWidth, byHeight)) };
  };
  const shapes = Array.from({ length: Math.max(1, count) }, (_, index) => fits(index + 1));
  const best = shapes.reduce((most, shape) => (shape.width > most.width ? shape : most));
  if (best.width >= LEAST) return best;
  const columns = Math.max(1, Math.floor((space.width + GAP) / (LEAST + GAP)));
  return { columns, width: Math.floor((space.width - (columns - 1) * GAP) / columns) };
}
