import type { Time } from '../state.ts';

/** [QZ11] A team around a tablet that is handed round has so many members. */
export const TEAM_SIZE = { least: 2, most: 8 } as const;

/** How long a team talks before its answer is taken, in ms; half of the time that is left where that is less. */
const TALK_MS = 5_000;

/** [QZ11] When a team may answer that came together at `chosenAt`; the rules know no later moment than the opening. All in ms of the server's clock. */
export function talkUntil(
  { opensAt, closesAt }: { readonly opensAt: Time; readonly closesAt: Time },
  chosenAt: Time = opensAt,
): Time {
  const from = Math.max(opensAt, chosenAt);
  return from + Math.min(TALK_MS, Math.max(0, closesAt - from) / 2);
}
