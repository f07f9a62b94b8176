import { useEngine } from './formulas.ts';

/** Two dollar signs with something between them; which are formulas indeed is told by what draws them. */
const MAY_HOLD_FORMULA = /\$[^$]+\$/;

/** [BK7] A question's text with its formulas. A text without one is the text as it is, and fetches nothing. */
export function RichText({ text }: { readonly text: string }) {
  const wanted = MAY_HOLD_FORMULA.test(text);
  const engine = useEngine(wanted);
  return engine && wanted ? <engine.Formulas text={text} /> : text;
}
