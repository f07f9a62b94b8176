/** A size in px in which a text of this length fits its place on a tablet: longer texts are set smaller, never cut. */
export function textSize(text: string, sizes: readonly (readonly [upTo: number, px: number])[]): number {
  const length = [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0);
  return (sizes.find(([upTo]) => length <= upTo) ?? sizes[sizes.length - 1])?.[1] ?? 18;
}

/** For the question above the tiles; length in half-width letters. */
export const PROMPT_SIZES = [
  [60, 28],
  [140, 22],
  [280, 18],
  [1200, 14],
] as const;

/** For the text on a tile. */
export const CHOICE_SIZES = [
  [24, 28],
  [60, 22],
  [120, 18],
  [400, 14],
] as const;
