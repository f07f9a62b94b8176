import { useEffect, useState } from 'react';

/** For so long after a change a tap may still be meant for what stood there before, in ms. */
export const REST_MS = 600;

/** True for a moment after `standing` has changed: the next step stands where the last one was, and a double tap must not take both. */
export function useTapGate(standing: string): boolean {
  const [seen, setSeen] = useState({ standing, rests: false });
  if (seen.standing !== standing) setSeen({ standing, rests: true });
  useEffect(() => {
    if (!seen.rests) return;
    const timer = setTimeout(() => setSeen({ ...seen, rests: false }), REST_MS);
    return () => clearTimeout(timer);
  }, [seen]);
  return seen.rests || seen.standing !== standing;
}
