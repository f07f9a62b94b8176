import { actingLostAt, isUnled, leadMissedAt } from '../deadlines.ts';
import type { LessonEvent } from '../events.ts';
import { FREE_FLOOR } from '../floor/floor.ts';
import type { LessonState, Time } from '../state.ts';
import { opened } from './turns.ts';

/** [LD1] [LD5] The lead teacher, or who leads in the teacher's place, has been gone for too long. */
export function leadGone(state: LessonState, now: Time): LessonEvent[] {
  const lost = now >= actingLostAt(state);
  const missed = now >= leadMissedAt(state);
  return [
    ...(lost ? [{ type: 'acting.ended', at: now, cause: 'link' } as const] : []),
    ...(isUnled(state, now) ? floorFreed(state, now) : []),
    ...(missed ? [{ type: 'lead.missed', at: now } as const] : []),
  ];
}

/** All turns end at once, and nobody follows. */
export function floorFreed(state: LessonState, now: Time): LessonEvent[] {
  const { turns: _, ...manner } = FREE_FLOOR;
  return opened(state, manner, now, 'lead-away');
}
