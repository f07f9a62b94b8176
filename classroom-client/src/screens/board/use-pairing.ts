import type { Refusal } from '@tongke/shared-types';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../api/call.ts';

const POLL_MS = 2_000;
const MINUTE_MS = 60_000;

export type Pairing =
  | { readonly kind: 'working' }
  | { readonly kind: 'pin'; readonly pin: string; readonly minutesLeft: number }
  | { readonly kind: 'problem'; readonly reason: Refusal | 'offline' };

/** A PIN that renews itself, asked every 2 s whether somebody has typed it; or a claim from a link, tried at once. */
export function usePairing(
  link: string | null,
  onPaired: (token: string) => void,
): Pairing & { readonly retry: () => void } {
  const [state, setState] = useState<Pairing>({ kind: 'working' });
  const [attempt, setAttempt] = useState(0);
  const paired = useRef(onPaired);
  paired.current = onPaired;
  const first = attempt === 0 ? link : null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt begins anew.
  useEffect(() => {
    let running = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (next: Pairing) => running && setState(next);
    const later = (then: () => void) => {
      if (running) timer = setTimeout(then, POLL_MS);
    };

    /** What is shown stays until there is something new to show. */
    const renew = async () => {
      const made = await call('POST /api/boards/pin');
      if (!made.ok) {
        show({ kind: 'problem', reason: made.reason });
        return later(renew);
      }
      const { pin, claim, validMs } = made;
      // By this page's running time, for the clock of a board is often wrong.
      const until = performance.now() + validMs;
      const showLeft = () =>
        show({ kind: 'pin', pin, minutesLeft: Math.max(1, Math.ceil((until - performance.now()) / MINUTE_MS)) });
      const ask = async () => {
        const answer = await call('POST /api/boards/claim', { body: { claim } });
        if (!running) return;
        if (answer.ok && answer.status === 'paired') return paired.current(answer.token);
        const over = performance.now() > until || (!answer.ok && answer.reason !== 'offline');
        if (over) return void renew();
        showLeft();
        later(ask);
      };
      showLeft();
      later(ask);
    };
    const claimLink = async (claim: string) => {
      const answer = await call('POST /api/boards/claim', { body: { claim } });
      if (!running) return;
      if (answer.ok && answer.status === 'paired') return paired.current(answer.token);
      if (!answer.ok && answer.reason !== 'offline') return show({ kind: 'problem', reason: answer.reason });
      later(() => claimLink(claim));
    };
    show({ kind: 'working' });
    void (first ? claimLink(first) : renew());
    return () => {
      running = false;
      clearTimeout(timer);
    };
  }, [first, attempt]);

  return { ...state, retry: () => setAttempt(attempt + 1) };
}
