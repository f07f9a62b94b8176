import { type RefObject, useLayoutEffect } from 'react';

const STEPS = [1, 0.9, 0.8, 0.7, 0.6, 0.5];

/** Sets `--fit` on an element to the largest share of its text's size at which each part that `parts` selects shows whole. */
export function useFit(element: RefObject<HTMLElement | null>, parts: string, text: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has to be measured anew.
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const fit = () => {
      for (const step of STEPS) {
        current.style.setProperty('--fit', String(step));
        const shown = [...current.querySelectorAll<HTMLElement>(parts)];
        if (shown.every((part) => part.scrollHeight <= part.clientHeight + 1)) return;
      }
    };
    fit();
    addEventListener('resize', fit);
    return () => removeEventListener('resize', fit);
  }, [element, parts, text]);
}
