import type { EventOf } from '../events.ts';
import type { LessonState } from '../state.ts';

/** Who shares a screen. */
export function evolveScreen(state: LessonState, event: EventOf<'screen.shared' | 'screen.ended'>): LessonState {
  if (event.type === 'screen.ended') return { ...state, screen: null };
  const { peerId, style, at } = event;
  return { ...state, screen: { peerId, style, since: at } };
}

/** [SH3] The screen of a classroom whose turn is over is shared no longer. `before`: with the turn. */
export function withoutItsScreen(before: LessonState, turnId: string, after: LessonState): LessonState {
  const turn = before.floor.turns.find((one) => one.turnId === turnId);
  return turn && after.screen?.peerId === turn.classroomId ? { ...after, screen: null } : after;
}
