/** A stretch of plain text, or a formula in TeX: `$…$` in the line, `$$…$$` on a line of its own; `source` is how it was written. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'formula'; readonly tex: string; readonly display: boolean; readonly source: string };

/**
 * Finds the formulas in a text. A dollar sign opens one only before something that is no blank, and closes it only after such and
 * not before a digit, so that "$5 or $6" stays what it is; `\$` is a dollar sign anyway.
 */
const FORMULA =
  /(?<escaped>\\\$)|\$\$(?<display>(?:[^$\\]|\\[\s\S])+?)\$\$|\$(?<inline>(?!\s)(?:[^$\\]|\\[\s\S])*?(?:[^$\\\s]|\\\S))\$(?!\d)/g;

export function splitFormulas(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let plain = '';
  let from = 0;
  const flush = () => {
    if (plain !== '') pieces.push({ kind: 'text', text: plain });
    plain = '';
  };
  for (const match of text.matchAll(FORMULA)) {
    plain += text.slice(from, match.index);
    from = match.index + match[0].length;
    const { escaped, display, inline = '' } = match.groups ?? {};
    if (escaped) {
      plain += '$';
      continue;
    }
    flush();
    pieces.push({ kind: 'formula', tex: (display ?? inline).trim(), display: display !== undefined, source: match[0] });
  }
  plain += text.slice(from);
  flush();
  return pieces;
}
