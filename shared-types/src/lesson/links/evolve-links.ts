import type { EventOf } from '../events.ts';
import type { LessonState } from '../state.ts';
import { CHANGES_REMEMBERED, linkOf, type PeerLink } from './peer-link.ts';

/** Links of the lesson: where they stand, each with its latest changes, and what the lead teacher wants of them. */
export function evolveLinks(state: LessonState, event: EventOf<'link.changed' | 'link.chosen'>): LessonState {
  if (event.type === 'link.chosen') return withLink(state, event.classroomId, { choice: event.choice });
  const { peerId, down, up, at } = event;
  const changes = [...linkOf(state, peerId).changes, { at, down, up }].slice(-CHANGES_REMEMBERED);
  return withLink(state, peerId, { down, up, changes });
}

function withLink(state: LessonState, peerId: string, change: Partial<PeerLink>): LessonState {
  return { ...state, links: { ...state.links, [peerId]: { ...linkOf(state, peerId), ...change } } };
}
