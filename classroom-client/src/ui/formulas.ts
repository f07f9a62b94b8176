import { useSyncExternalStore } from 'react';
import { later } from './later.ts';

const listeners = new Set<() => void>();
let settled = 0;

/** What draws formulas. Nothing of it is downloaded before the first formula. */
const engine = later(() => import('./formula-engine.tsx'), settle);

/** Fetches what draws formulas. */
export const fetchFormulas = engine.fetch;

/** What draws formulas, or null while it is on its way. */
export const useEngine = engine.use;

/** Changes whenever formulas on the page may have changed their size: whoever fits text into a place fits it again. */
export function useFormulasSettled(): number {
  return useSyncExternalStore(listen, () => settled);
}

/** Formulas may have changed their size: they were drawn, or their fonts have come. */
export function settle(): void {
  settled += 1;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
