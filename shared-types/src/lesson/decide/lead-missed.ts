import { leadMissedAt } from '../deadlines.ts';
import type { LessonEvent } from '../events.ts';
import { FREE_FLOOR } from '../floor/floor.ts';
import type { LessonState, Time } from '../state.ts';
import { opened } from './turns.ts';

/** [LD1] The lead teacher has been gone for too long: all turns end at once, nobody follows, and every screen may say why. */
export function leadMissed(state: LessonState, now: Time): LessonEvent[] {
  if (now < leadMissedAt(state)) return [];
  const { turns: _, ...manner } = FREE_FLOOR;
  return [...opened(state, manner, now, 'lead-away'), { type: 'lead.missed', at: now }];
}
