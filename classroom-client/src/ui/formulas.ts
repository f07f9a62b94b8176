import { useSyncExternalStore } from 'react';
import { createListeners } from '../connection/listeners.ts';
import { later } from './later.ts';

const sized = createListeners<void>();
let settled = 0;

/** What draws formulas, or null while it is on its way. Nothing of it is downloaded before the first formula. */
export const useEngine = later(() => import('./formula-engine.tsx'), settle).use;

/** Changes whenever formulas on the page may have changed their size: whoever fits text into a place fits it again. */
export function useFormulasSettled(): number {
  return useSyncExternalStore(sized.add, () => settled);
}

/** Formulas may have changed their size: they were drawn, or their fonts have come. */
export function settle(): void {
  settled += 1;
  sized.tell();
}
