import { entryOf } from '../entry-of.ts';
import type { LessonState } from '../state.ts';

/** A point for each of these seats. */
export function scored(state: LessonState, seatIds: readonly string[]): LessonState {
  if (seatIds.length === 0) return state;
  const scores = { ...state.scores };
  for (const seatId of seatIds) scores[seatId] = (entryOf(scores, seatId) ?? 0) + 1;
  return { ...state, scores };
}
