import { refuse } from '@tongke/shared-types';
import { lookTwice } from '../gateway/who.ts';
import type { LessonRegistry } from '../room/registry.ts';
import type { LessonWindow } from './lesson-window.ts';

/** The window onto the lessons that this server owns. */
export function lessonWindowOn(registry: LessonRegistry): LessonWindow {
  return {
    async seatOf(lessonId, deviceKey) {
      const who = await lookTwice({ as: 'tablet', deviceKey, by: { kind: 'seat', lessonId } }, { registry });
      if (!who.ok) return who;
      const state = registry.find(lessonId)?.state;
      return state && who.actor.role === 'pupil' ? { actor: who.actor, state } : refuse('seat/none');
    },
    states: () => registry.rooms.map(({ state }) => state),
  };
}
