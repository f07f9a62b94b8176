import type { Slide } from '@tongke/shared-types';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Send } from '../connection/send.ts';

interface TurnPage {
  /** The page that the teacher is at: the lesson's, or the one that was asked for last and is on its way. */
  readonly page: number;
  readonly turnTo: (page: number) => void;
  readonly turnBy: (pages: number) => void;
}

/** [PG2] Turns pages as fast as a hand does: one turn is on its way at a time, and of those that were asked meanwhile the last one goes. */
export function useTurnPage(send: Send, { deckId, page, pages }: Slide): TurnPage {
  const [wanted, setWanted] = useState<number | null>(null);
  const target = useRef<number | null>(null);
  const sending = useRef(false);
  const known = useRef({ page, pages });
  known.current = { page, pages };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another deck has other pages.
  useEffect(() => {
    target.current = null;
    setWanted(null);
  }, [deckId]);
  const turnTo = useCallback(
    (next: number) => {
      const { pages, page } = known.current;
      if (next < 1 || next > pages || next === (target.current ?? page)) return;
      target.current = next;
      setWanted(next);
      if (sending.current) return;
      const go = async () => {
        sending.current = true;
        let sent: number | null = null;
        while (target.current !== null && target.current !== sent) {
          sent = target.current;
          await send({ type: 'page.turn', page: sent });
        }
        sending.current = false;
        target.current = null;
        setWanted(null);
      };
      void go();
    },
    [send],
  );
  const turnBy = useCallback((by: number) => turnTo((target.current ?? known.current.page) + by), [turnTo]);
  return { page: wanted ?? page, turnTo, turnBy };
}
