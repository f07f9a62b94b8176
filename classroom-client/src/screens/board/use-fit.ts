import { type RefObject, useLayoutEffect } from 'react';

/** The sizes that are tried, as shares of the largest; the style sheet holds them above what the back row can read. */
const SHARES = [1, 0.9, 0.8, 0.72, 0.65, 0.58, 0.52, 0.46, 0.4];

/** Above this share a short text is rather smaller than on two lines. */
const SMALL = 0.6;
const SHORT = 8;

/** Sets `--fit` of an element so that none of its children's text is cut; what is too long even then may be scrolled. */
export function useFit(box: RefObject<HTMLElement | null>, content: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: other content fits another size.
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const fit = () => {
      for (const share of SHARES) {
        element.style.setProperty('--fit', String(share));
        if (
          ![...element.querySelectorAll('*')].some(
            (part) => !inFormula(part) && (isCut(part) || (share > SMALL && breaks(part))),
          )
        )
          return;
      }
    };
    fit();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(fit);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, content]);
}

/** The inside of a formula hides and overlaps as it must. */
function inFormula(element: Element): boolean {
  return element.closest('.katex') !== null;
}

function breaks(element: Element): boolean {
  const length = element.textContent?.length ?? 0;
  return element.childElementCount === 0 && length <= SHORT && element.clientHeight > 2 * letterOf(element);
}

/** Chinese faces stand out of a line by a part of a letter, where nothing is drawn: only what would scroll counts. */
function isCut(element: Element): boolean {
  if (getComputedStyle(element).overflowY === 'visible') return false;
  const { scrollHeight, clientHeight, scrollWidth, clientWidth } = element;
  return scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1;
}

function letterOf(element: Element): number {
  return Number.parseFloat(getComputedStyle(element).fontSize);
}
