import { LEAD_GRACE_MS } from '../deadlines.ts';
import type { LessonState, Time } from '../state.ts';

/** [LD7] So long, in ms, the lead is offered to second teachers alone. */
export const SECONDS_FIRST_MS = 20_000;

/** [LD7] True while a second teacher is here to take the lead before any assistant. */
export function secondsFirst(
  { leadMissed, leadAwaySince, seconds }: Pick<LessonState, 'leadMissed' | 'leadAwaySince' | 'seconds'>,
  now: Time,
): boolean {
  if (!leadMissed || leadAwaySince === null || now >= leadAwaySince + LEAD_GRACE_MS + SECONDS_FIRST_MS) return false;
  return Object.values(seconds).some(({ online }) => online);
}
