import katex from 'katex';
import 'katex/dist/katex-swap.min.css';

/**
 * Draws a formula into an element; false when it is none. Nothing in it can load, link or run anything, grow beyond 10 em, or expand
 * without end.
 */
export function drawFormula(tex: string, display: boolean, place: HTMLElement): boolean {
  try {
    katex.render(tex, place, { displayMode: display, trust: false, strict: 'ignore', maxSize: 10, maxExpand: 200 });
    return true;
  } catch {
    return false;
  }
}
