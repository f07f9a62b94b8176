import type { InkPen } from '@tongke/shared-types';

/** The colours of ink by their index, the same on every screen, light or dark: a page is white paper. */
export const INK_COLOURS = ['#14213d', '#b3261e', '#1d4ed8', '#047857', '#ffc233', '#7c3aed'] as const;

/** The words of each colour, by its index. */
export const COLOUR_WORDS = ['ink.black', 'ink.red', 'ink.blue', 'ink.green', 'ink.yellow', 'ink.violet'] as const;

/** The colours that are offered: light ones last for a pen, first for a highlighter. */
export const PEN_COLOURS = [0, 1, 2, 3] as const;
export const HIGHLIGHTER_COLOURS = [4, 3, 1, 2] as const;

/** How broad each tool draws, in page units; a text is so tall. */
const WIDTHS: Readonly<Record<InkPen['tool'], number>> = {
  pen: 45,
  highlighter: 260,
  line: 35,
  arrow: 35,
  rectangle: 35,
  ellipse: 35,
  text: 420,
};

/** The pen of this tool and colour; a child at a board draws broader. */
export function inkPen(tool: InkPen['tool'], colour: number, broad = false): InkPen {
  return { tool, colour, width: broad && tool === 'pen' ? 70 : WIDTHS[tool] };
}
