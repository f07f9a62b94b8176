import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { fetchFormulas, useEngine, watchFonts } from './formulas.ts';
import css from './RichText.module.css';
import { type Piece, splitFormulas } from './split-formulas.ts';

/** [BK7] A question's text with its formulas. A text without one is the text as it is, and fetches nothing. */
export function RichText({ text }: { readonly text: string }) {
  const pieces = useMemo(() => splitFormulas(text), [text]);
  const places = new Map<string, number>();
  return pieces.map((piece) => {
    const said = piece.kind === 'text' ? piece.text : piece.source;
    const count = (places.get(said) ?? 0) + 1;
    places.set(said, count);
    if (piece.kind === 'text') return <span key={`${said}${count}`}>{said}</span>;
    return <Formula key={`${said}${count}`} {...piece} />;
  });
}

/** Until it can be drawn, and where it is none, a formula is shown as it was written. */
function Formula({ tex, display, source }: Omit<Extract<Piece, { kind: 'formula' }>, 'kind'>) {
  const engine = useEngine();
  const place = useRef<HTMLSpanElement>(null);
  const [drawn, setDrawn] = useState(false);
  useEffect(fetchFormulas, []);
  useLayoutEffect(() => {
    if (!engine || !place.current) return;
    setDrawn(engine.drawFormula(tex, display, place.current));
    watchFonts();
  }, [engine, tex, display]);
  return (
    <span className={display ? css.display : css.inline}>
      {!drawn && <span className={css.source}>{source}</span>}
      <span ref={place} hidden={!drawn} />
    </span>
  );
}
