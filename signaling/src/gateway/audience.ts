import { type Actor, type LessonEvent, visibleTo } from '@tongke/shared-types';
import type { Numbered } from '../room/happened.ts';

/** Viewers who are told the same, but for what is about one seat alone; `viewer` stands for all of them. */
export interface Audience {
  readonly key: string;
  readonly viewer: Actor;
}

/** [RS9] With whom somebody is told the same. */
export function audienceOf(actor: Actor): Audience {
  switch (actor.role) {
    case 'lead':
      return { key: 'lead', viewer: actor };
    case 'second':
      return { key: 'second', viewer: { ...actor, staffId: '' } };
    case 'board':
    case 'phone':
      return { key: `${actor.role}:${actor.classroomId}`, viewer: actor };
    case 'pupil':
      return { key: `pupil:${actor.classroomId}`, viewer: { ...actor, seatId: '' } };
    case 'guest':
      return { key: `guest:${actor.classroomId}`, viewer: { ...actor, device: '' } };
    case 'shared':
      return { key: `shared:${actor.classroomId}`, viewer: { ...actor, tabletId: '' } };
  }
}

/** What the viewer may see of these events. */
export function visibleBatch(viewer: Actor, batch: readonly Numbered[]): LessonEvent[] {
  return batch.flatMap(({ event }) => visibleTo(viewer, event) ?? []);
}

/** Every word in an event that may be a seat's id: whoever sits there may see more of it than the rest of the class. */
export function wordsIn(value: unknown, found: Set<string> = new Set()): ReadonlySet<string> {
  if (typeof value === 'string') found.add(value);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (!Array.isArray(value)) found.add(key);
      wordsIn(inner, found);
    }
  }
  return found;
}
