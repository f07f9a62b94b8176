import type { FakeScreen } from '@tongke/signaling/testing';

/** What a board says by itself, with the answer to a ping: how its link does, where that is nothing new, and a small picture while nobody watches its camera. */
const LINK_REPORT_MS = 30_000;
const LINK_REPORT = { type: 'link', concealment: 0, outgoing: 1_000_000 } as const;
const STILL_MS = 5_000;
/** What is due so much later goes along, as a page's does. */
const EARLY_MS = 400;
const STILL = { type: 'still', jpeg: new Uint8Array(4_096) } as const;

/** Lets a board say it, from now on; the answer ends that. */
export function boardSays(board: FakeScreen): () => void {
  const due = [LINK_REPORT, STILL].map((signal) => ({
    signal,
    every: signal === STILL ? STILL_MS : LINK_REPORT_MS,
    at: performance.now(),
  }));
  return board.onBeat(() => {
    const now = performance.now();
    for (const one of due) {
      if (now - one.at < one.every - EARLY_MS) continue;
      one.at = now;
      board.signal(one.signal);
    }
  });
}
