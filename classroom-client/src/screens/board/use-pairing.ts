import type { BoardPin, Refusal } from '@tongke/shared-types';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../api/call.ts';

const POLL_MS = 2_000;

export type Pairing =
  | { readonly kind: 'working' }
  | { readonly kind: 'pin'; readonly pin: BoardPin }
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

  useEffect(() => {
    let running = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (next: Pairing) => running && setState(next);
    const later = (then: () => void) => {
      if (running) timer = setTimeout(then, POLL_MS);
    };

    const begin = async () => {
      show({ kind: 'working' });
      if (first) return poll(first, null);
      const made = await call('POST /api/boards/pin');
      if (!made.ok) {
        show({ kind: 'problem', reason: made.reason });
        return later(begin);
      }
      show({ kind: 'pin', pin: made });
      later(() => poll(made.claim, made.expiresAt));
    };
    const poll = async (claim: string, expiresAt: number | null) => {
      const answer = await call('POST /api/boards/claim', { body: { claim } });
      if (!running) return;
      if (answer.ok && answer.status === 'paired') return paired.current(answer.token);
      const over = expiresAt !== null && Date.now() > expiresAt;
      if (!answer.ok && answer.reason !== 'offline') {
        // A PIN that ran out is simply replaced; a link that does not work must be said.
        if (expiresAt !== null) return void begin();
        return show({ kind: 'problem', reason: answer.reason });
      }
      later(() => (over ? begin() : poll(claim, expiresAt)));
    };
    void begin();
    return () => {
      running = false;
      clearTimeout(timer);
    };
  }, [first]);

  return { ...state, retry: () => setAttempt(attempt + 1) };
}
