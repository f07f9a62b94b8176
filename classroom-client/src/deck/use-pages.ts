import type { DeckPage } from '@tongke/shared-types';
import { useContext, useEffect, useState } from 'react';
import { pauseAfter, wait } from '../api/try-again.ts';
import { BlobProof } from '../photo/blob-proof.ts';
import { fetchPages } from './fetch-pages.ts';

/** The deck that was seen last on this page: its pages do not change, but for what its teacher pins to them. */
let last: { readonly deckId: string; readonly pages: readonly DeckPage[] } | null = null;

/** The pages of the deck that is named; null until they are here. What does not come is asked for again. */
export function usePages(deckId: string | null, again = 0): readonly DeckPage[] | null {
  const proof = useContext(BlobProof);
  const [found, setFound] = useState(last);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever changed something asks again.
  useEffect(() => {
    if (deckId === null) return;
    if (last?.deckId === deckId) {
      setFound(last);
      if (!last.pages.some(({ own }) => own)) return;
    }
    const stop = new AbortController();
    const look = async () => {
      for (let tries = 0; !stop.signal.aborted; tries += 1) {
        const pages = await fetchPages(deckId, proof);
        if (stop.signal.aborted) return;
        if (pages) {
          last = { deckId, pages };
          return setFound(last);
        }
        await wait(pauseAfter(tries), stop.signal);
      }
    };
    void look();
    return () => stop.abort();
  }, [deckId, proof, again]);
  return found?.deckId === deckId ? found.pages : null;
}
