import type { CSSProperties } from 'react';

/** How long a text is, in half-width letters: a Chinese one counts two. */
export function halfWidths(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0);
}

/** The size for a text of this length, in the table's own unit: longer texts are set smaller, never cut. */
export function textSize(text: string, sizes: readonly (readonly [upTo: number, size: number])[]): number {
  const length = halfWidths(text);
  return (sizes.find(([upTo]) => length <= upTo) ?? sizes[sizes.length - 1])?.[1] ?? 18;
}

/** The size as a style: on a phone; the style sheet makes it larger where there is room. */
export function sizeOf(text: string, sizes: readonly (readonly [upTo: number, size: number])[]): CSSProperties {
  return { '--size': `${textSize(text, sizes)}px` } as CSSProperties;
}

/** For the question above the tiles on a phone, px; length in half-width letters. */
export const PROMPT_SIZES = [
  [60, 28],
  [140, 22],
  [320, 20],
] as const;

/** For the text on a tile of a phone, px. */
export const CHOICE_SIZES = [
  [8, 40],
  [16, 34],
  [28, 28],
  [44, 24],
  [80, 20],
] as const;
