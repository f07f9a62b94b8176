import type { PeerId } from '../../ids.ts';
import { type InkSheet, strokeKey } from './ink.ts';

/** [IK5] Where among the acts the latest one of this person stands that can be undone; -1 where there is none. */
export function lastAct({ acts, strokes }: InkSheet, by: PeerId): number {
  for (let at = acts.length - 1; at >= 0; at -= 1) {
    const act = acts[at];
    if (act?.by !== by) continue;
    // What was drawn and has been erased since is not there to be taken away.
    if ('erased' in act || strokes.some((stroke) => strokeKey(stroke) === act.drew)) return at;
  }
  return -1;
}
