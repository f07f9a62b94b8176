import { LEAD_PEER, type PeerId } from '../../ids.ts';
import { refuse } from '../../refusals.ts';
import { screenLostAt } from '../deadlines.ts';
import type { EventOf, LessonEvent } from '../events.ts';
import { mayTalk } from '../media-rules.ts';
import type { ScreenStyle } from '../screen/shared-screen.ts';
import type { Classroom, LessonState } from '../state.ts';
import type { Context } from './context.ts';
import { happen, type Outcome } from './outcome.ts';

/** [SH1] [SH2] The lead teacher shares a screen, in place of whoever did. */
export function shareScreen(state: LessonState, style: ScreenStyle, { now }: Context): Outcome {
  if (state.phase !== 'live') return refuse('lesson/not-live');
  return shared(state, LEAD_PEER, style, now);
}

/** [SH1] [SH2] The board of a classroom that has a turn shares its screen, where nobody else does. */
export function shareRoomScreen(
  state: LessonState,
  { classroomId, own }: Classroom,
  style: ScreenStyle,
  { now }: Context,
): Outcome {
  if (state.phase !== 'live') return refuse('lesson/not-live');
  if (own) return refuse('not-allowed');
  if (!mayTalk(state, classroomId, now)) return refuse('media/no-turn');
  if (state.screen && state.screen.peerId !== classroomId) return refuse('screen/taken');
  return shared(state, classroomId, style, now);
}

/** [SH3] Whoever shares a screen stops, and the lead teacher stops anybody's. Of who shares none nothing becomes. */
export function stopScreen({ screen }: LessonState, peerId: PeerId, { now }: Context): Outcome {
  if (!screen) return happen();
  if (screen.peerId === peerId) return happen(screenEnded(now, 'sharer'));
  return peerId === LEAD_PEER ? happen(screenEnded(now, 'teacher')) : happen();
}

/** [SH3] The screen of a lead teacher who does not come back is shared no longer. */
export function lostScreen(state: LessonState, now: number): LessonEvent[] {
  return now >= screenLostAt(state) ? [screenEnded(now, 'link')] : [];
}

function screenEnded(at: number, cause: EventOf<'screen.ended'>['cause']): LessonEvent {
  return { type: 'screen.ended', at, cause };
}

function shared({ screen }: LessonState, peerId: PeerId, style: ScreenStyle, at: number): Outcome {
  const same = screen?.peerId === peerId && screen.style === style;
  return same ? happen() : happen({ type: 'screen.shared', peerId, style, at });
}
