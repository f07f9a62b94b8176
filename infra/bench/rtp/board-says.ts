import type { FakeScreen } from '@tongke/signaling/testing';

/** What a board says by itself: how its link does, where that is nothing new, and a small picture while nobody watches its camera. */
const LINK_REPORT_MS = 30_000;
const LINK_REPORT = { type: 'link', concealment: 0, outgoing: 1_000_000 } as const;
const STILL_MS = 5_000;
const STILL = { type: 'still', jpeg: new Uint8Array(4_096) } as const;

/** Lets a board say it, from now on; the answer ends that. */
export function boardSays(board: FakeScreen): () => void {
  const timers = [
    setInterval(() => board.signal(LINK_REPORT), LINK_REPORT_MS),
    setInterval(() => board.signal(STILL), STILL_MS),
  ];
  return () => timers.forEach(clearInterval);
}
