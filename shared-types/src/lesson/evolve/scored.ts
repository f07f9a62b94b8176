import type { LessonState } from '../state.ts';
import { counted } from './counted.ts';

/** A point for each of these seats. */
export function scored(state: LessonState, seatIds: readonly string[]): LessonState {
  return seatIds.length === 0 ? state : { ...state, scores: counted(state.scores, seatIds) };
}
