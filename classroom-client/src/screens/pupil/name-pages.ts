/** No target is lower than this, in px; the space between two counts extra. */
const ROW = 60;
/** A row in which some name takes two lines, px. */
const TALL_ROW = 76;
const GAP = 8;

/** How the names of a class share the space that the screen has for them, in px. */
export interface NameSpace {
  readonly height: number;
  readonly columns: number;
  readonly long: boolean;
}

/** Cuts a class into pages of equal length, as few as the targets allow. A space that is not known yet takes all. */
export function namePages<T>(names: readonly T[], { height, columns, long }: NameSpace): readonly (readonly T[])[] {
  const rows = Math.floor((height + GAP) / ((long ? TALL_ROW : ROW) + GAP));
  const places = Math.max(1, rows) * columns;
  if (height <= 0 || names.length <= places) return [names];
  const pages = Math.ceil(names.length / places);
  const each = Math.ceil(names.length / pages);
  return Array.from({ length: pages }, (_, page) => names.slice(page * each, (page + 1) * each));
}
