import type { PackState } from '@tongke/shared-types';
import type { Send } from '../connection/send.ts';

/** How often the others are told how far the pack is at most, ms. */
const TELL_MS = 3_000;

/** [PK5] Tells the lesson how far the board's pack is: what changed, at most every 3 s, and at once when all is there. */
export function tellPack(send: Send, now: () => number = Date.now): (state: PackState) => void {
  let told = { at: Number.NEGATIVE_INFINITY, said: '' };
  return (state) => {
    const said = JSON.stringify(state);
    if (said === told.said || (!state.ready && now() - told.at < TELL_MS)) return;
    told = { at: now(), said };
    void send({ type: 'pack.report', ...state });
  };
}
