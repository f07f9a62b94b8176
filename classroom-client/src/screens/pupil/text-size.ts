/** The size for a text of this length, in the table's own unit: longer texts are set smaller, never cut. */
export function textSize(text: string, sizes: readonly (readonly [upTo: number, size: number])[]): number {
  const length = [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0);
  return (sizes.find(([upTo]) => length <= upTo) ?? sizes[sizes.length - 1])?.[1] ?? 18;
}

/** For the question above the tiles on a phone, px; length in half-width letters. */
export const PROMPT_SIZES = [
  [60, 28],
  [140, 22],
  [280, 18],
  [1200, 14],
] as const;

/** For the text on a tile of a phone, px. */
export const CHOICE_SIZES = [
  [24, 28],
  [40, 22],
  [100, 18],
  [400, 14],
] as const;
