import { useEffect, useSyncExternalStore } from 'react';

const AGAIN_MS = 5_000;

/** A part of a page that is downloaded when it is wanted. */
export interface Later<T> {
  /** Fetches it, once; a link that fails is tried again while somebody waits for it. */
  readonly fetch: () => void;
  /** The part, or null while it is on its way; fetches it where it is wanted. */
  readonly use: (wanted?: boolean) => T | null;
}

/** `load` is an `import()`; `onCame` is called once, when the part is there and before it renders. */
export function later<T>(load: () => Promise<T>, onCame = () => {}): Later<T> {
  const listeners = new Set<() => void>();
  let part: T | null = null;
  let fetching = false;
  const listen = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const fetch = () => {
    if (part !== null || fetching) return;
    fetching = true;
    load()
      .then((came) => {
        part = came;
        onCame();
        for (const listener of listeners) listener();
      })
      .catch(() => {
        fetching = false;
        setTimeout(() => listeners.size > 0 && fetch(), AGAIN_MS);
      });
  };
  const use = (wanted = true) => {
    useEffect(() => {
      if (wanted) fetch();
    }, [wanted]);
    return useSyncExternalStore(listen, () => part);
  };
  return { fetch, use };
}
