import { refuse } from '@tongke/shared-types';
import { lookTwice } from '../gateway/who.ts';
import type { LessonRegistry } from '../room/registry.ts';
import type { LessonWindow } from './lesson-window.ts';

/** The window onto the lessons that this server owns. */
export function lessonWindowOn(registry: LessonRegistry): LessonWindow {
  return {
    async seatOf(lessonId, deviceKey, named) {
      const who = await lookTwice({ as: 'tablet', deviceKey, by: { kind: 'seat', lessonId } }, { registry });
      if (!who.ok) return who;
      const state = registry.find(lessonId)?.state;
      const { actor } = who;
      if (!state || (actor.role !== 'pupil' && actor.role !== 'shared')) return refuse('seat/none');
      const seats = state.classrooms[actor.classroomId]?.seats ?? {};
      const seatIds = actor.role === 'pupil' ? [actor.seatId] : named.filter((seatId) => Object.hasOwn(seats, seatId));
      return { actor, state, seatIds };
    },
    states: () => registry.rooms.map(({ state }) => state),
  };
}
