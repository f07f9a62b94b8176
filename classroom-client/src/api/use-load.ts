import type { ApiRoute } from '@tongke/shared-types';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer } from './call.ts';

/** What a page reads: null until the first answer; `reload` keeps what is shown until the next one. */
export interface Loaded<T> {
  readonly answer: T | null;
  readonly reload: () => Promise<void>;
}

/** Asks once when the page opens and again on `reload`; `everyMs` asks again and again. The last question asked wins. */
export function useLoad<R extends ApiRoute>(load: () => Promise<Answer<R>>, everyMs?: number): Loaded<Answer<R>> {
  const [answer, setAnswer] = useState<Answer<R> | null>(null);
  const latest = useRef(load);
  latest.current = load;
  const asked = useRef(0);
  const reload = useCallback(async () => {
    const number = ++asked.current;
    const heard = await latest.current();
    if (number !== asked.current) return;
    // A page that has something to show keeps it when the network fails for a moment.
    setAnswer((before) => (before?.ok && !heard.ok && heard.reason === 'offline' ? before : heard));
  }, []);
  useEffect(() => {
    reload();
    if (!everyMs) return;
    const timer = setInterval(reload, everyMs);
    return () => clearInterval(timer);
  }, [reload, everyMs]);
  return { answer, reload };
}
