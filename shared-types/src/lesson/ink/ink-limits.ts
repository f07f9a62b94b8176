/** [IK2] Bounds of ink: a stroke fits into an event of 4 kB. Characters are those of packed points and texts, and `STROKE_COST` for each stroke beside. */
export const INK_LIMITS = {
  /** Of one stroke. */
  points: 500,
  /** Characters of its points, packed. */
  packed: 3_600,
  /** Characters of one text. */
  text: 60,
  /** Strokes on one page, and their characters. */
  strokes: 400,
  sheetCharacters: 100_000,
  /** Characters drawn in one lesson. */
  lessonCharacters: 2_000_000,
  /** Strokes that one command erases. */
  erased: 40,
  /** Steps that can be undone on one page, of all people together. */
  acts: 30,
  /** Colours of the palette. */
  colours: 6,
} as const;

const STROKE_COST = 60;

/** What a stroke counts for. */
export function costOf({ points, text }: { readonly points: string; readonly text: string | null }): number {
  return STROKE_COST + points.length + (text?.length ?? 0);
}
