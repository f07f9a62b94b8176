import {
  type Actor,
  LEAD_PEER,
  type LessonState,
  linkOf,
  mayPublish,
  type PeerId,
  type RelayedStill,
  type Still,
  type Time,
} from '@tongke/shared-types';
import type { Session } from './session.ts';
import type { StillShelf } from './still-shelf.ts';

interface Listener {
  readonly session: Session;
  readonly actor: Actor;
}

/** What the lesson allows at the moment. */
interface Standing {
  readonly state: LessonState;
  readonly now: Time;
}

/**
 * A still goes no further than the camera may. [FL7] A room's goes to the lead teacher, by way of the shelf: not before the lesson, not from a
 * room that is covered or has left, or whose school forbids it. [WL7] The lead teacher's goes to boards whose link carries no more.
 */
export function relayStill(
  from: Actor,
  signal: Still,
  to: { readonly listeners: readonly Listener[]; readonly shelf: StillShelf },
  standing: Standing,
): void {
  if (from.role === 'board') {
    const { classroomId: peerId } = from;
    if (isAllowed(peerId, standing)) to.shelf.put({ peerId, signal });
  } else if (from.role === 'lead') {
    for (const { session, actor } of to.listeners)
      if (seesTeacherStill(actor, standing.state)) session.sendVolatile('signal', { peerId: LEAD_PEER, signal });
  }
}

/** [FL7] What the shelf held goes on, but for rooms that were covered meanwhile. A picture may be dropped: the next one comes. */
export function tellLead(stills: readonly RelayedStill[], listeners: readonly Listener[], standing: Standing): void {
  const allowed = stills.filter(({ peerId }) => isAllowed(peerId, standing));
  if (allowed.length === 0) return;
  for (const { session, actor } of listeners) if (actor.role === 'lead') session.sendVolatile('stills', allowed);
}

function isAllowed(peerId: PeerId, { state, now }: Standing): boolean {
  return mayPublish(state, peerId, 'camera', now) === null;
}

function seesTeacherStill(actor: Actor, state: LessonState): boolean {
  if (actor.role !== 'board' || state.phase !== 'live') return false;
  const room = state.classrooms[actor.classroomId];
  return room !== undefined && !room.left && linkOf(state, actor.classroomId).down === 'D';
}
