import { isRevealed } from '../question/is-revealed.ts';
import type { LessonState } from '../state.ts';

/** True while a round is on the screens that has not come to its end. */
export function isRunning({ round }: LessonState): boolean {
  if (!round) return false;
  return round.kind === 'buzzer' ? round.phase !== 'decided' : !isRevealed(round);
}
