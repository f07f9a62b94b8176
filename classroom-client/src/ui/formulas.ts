import { useSyncExternalStore } from 'react';

type Engine = typeof import('./formula-engine.tsx');

const AGAIN_MS = 5_000;
const listeners = new Set<() => void>();
let engine: Engine | null = null;
let fetching = false;
let settled = 0;

/** Fetches what draws formulas, once; a link that fails is tried again. Nothing of it is downloaded before the first formula. */
export function fetchFormulas(): void {
  if (engine || fetching) return;
  fetching = true;
  import('./formula-engine.tsx')
    .then((fetched) => {
      engine = fetched;
      settle();
    })
    .catch(() => {
      fetching = false;
      setTimeout(() => listeners.size > 0 && fetchFormulas(), AGAIN_MS);
    });
}

/** What draws formulas, or null while it is on its way. */
export function useEngine(): Engine | null {
  return useSyncExternalStore(listen, () => engine);
}

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
