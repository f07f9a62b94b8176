import {
  type Actor,
  type Laser,
  LEAD_PEER,
  type LessonState,
  type LiveStroke,
  leadsOnPage,
  mayDraw,
  openSheets,
  type PeerId,
  peerOf,
} from '@tongke/shared-types';
import type { Session } from './session.ts';

interface Listener {
  readonly session: Session;
  readonly actor: Actor;
}

/**
 * [IK3] [IK9] [IK14] A stroke while it is drawn, and the pointer of whoever leads, go to the screens that see the page: the teachers' and the
 * boards that are in the lesson. Decided as the stroke itself will be; any may be dropped on the way.
 */
export function relayInk(
  from: Actor,
  signal: LiveStroke | Laser,
  listeners: readonly Listener[],
  state: LessonState,
): void {
  const peerId = handOf(from, state);
  if (peerId === null || !mayShow(state, peerId, signal)) return;
  for (const { session, actor } of listeners) {
    const to = peerOf(actor);
    if (to === null || to === peerOf(from)) continue;
    if (to === LEAD_PEER || actor.role === 'second' || state.classrooms[to]?.left === false)
      session.sendVolatile('signal', { peerId, signal });
  }
}

/** Whose ink this person's is; a phone draws for its classroom while that leads. */
function handOf(person: Actor, state: LessonState): PeerId | null {
  if (person.role !== 'phone') return peerOf(person);
  return leadsOnPage(state, person.classroomId) ? person.classroomId : null;
}

function mayShow(state: LessonState, peerId: string, { type, sheet }: LiveStroke | Laser): boolean {
  if (type === 'laser') return leadsOnPage(state, peerId) && openSheets(state).includes(sheet);
  return mayDraw(state, peerId, sheet) === null;
}
