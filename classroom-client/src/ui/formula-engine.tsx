import katex from 'katex';
import { Fragment, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { settle } from './formulas.ts';
import { type Piece, splitFormulas } from './split-formulas.ts';
import 'katex/dist/katex-swap.min.css';
import css from './RichText.module.css';

/** A text with its formulas drawn. It comes with KaTeX, and so not before the first formula. */
export function Formulas({ text }: { readonly text: string }) {
  const pieces = useMemo(() => splitFormulas(text), [text]);
  const seen = new Map<string, number>();
  return pieces.map((piece) => {
    const said = piece.kind === 'text' ? piece.text : piece.source;
    const count = (seen.get(said) ?? 0) + 1;
    seen.set(said, count);
    if (piece.kind === 'text') return <Fragment key={`${said}${count}`}>{said}</Fragment>;
    return <Formula key={`${said}${count}`} {...piece} />;
  });
}

/** What is no formula is shown as it was written. */
function Formula({ tex, display, source }: Omit<Extract<Piece, { kind: 'formula' }>, 'kind'>) {
  const place = useRef<HTMLSpanElement>(null);
  const [drawn, setDrawn] = useState(false);
  useLayoutEffect(() => {
    if (place.current) setDrawn(drawFormula(tex, display, place.current));
    // Its fonts may come later, and change how wide it is.
    document.fonts?.ready.then(settle);
  }, [tex, display]);
  return (
    <span className={display ? css.display : css.inline}>
      {!drawn && <span className={css.source}>{source}</span>}
      <span ref={place} hidden={!drawn} />
    </span>
  );
}

/** Fractions in the line are as large as on a line of their own: children read them. */
const LARGE = '\\displaystyle ';

/**
 * Draws a formula into an element; false when it is none. Nothing in it can load, link or run anything, grow beyond 10 em, or expand
 * without end.
 */
function drawFormula(tex: string, display: boolean, place: HTMLElement): boolean {
  try {
    katex.render(LARGE + tex, place, {
      displayMode: display,
      trust: false,
      strict: 'ignore',
      maxSize: 10,
      maxExpand: 200,
    });
    return true;
  } catch {
    return false;
  }
}
