import {
  type Actor,
  LEAD_PEER,
  type LessonState,
  linkOf,
  mayPublish,
  type RelayedSignal,
  type Still,
  type Time,
} from '@tongke/shared-types';
import type { Session } from './session.ts';

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
 * A still goes no further than the camera may. [FL7] A room's goes to the lead teacher: not before the lesson, not from a room that is
 * covered or has left, or whose school forbids it. [WL7] The lead teacher's goes to boards whose link carries no more.
 */
export function relayStill(from: Actor, signal: Still, listeners: readonly Listener[], standing: Standing): void {
  if (from.role === 'board') {
    const { classroomId } = from;
    if (mayPublish(standing.state, classroomId, 'camera', standing.now) !== null) return;
    tell({ peerId: classroomId, signal }, listeners, ({ role }) => role === 'lead');
  } else if (from.role === 'lead') {
    tell({ peerId: LEAD_PEER, signal }, listeners, (actor) => seesTeacherStill(actor, standing.state));
  }
}

function seesTeacherStill(actor: Actor, state: LessonState): boolean {
  if (actor.role !== 'board' || state.phase !== 'live') return false;
  const room = state.classrooms[actor.classroomId];
  return room !== undefined && !room.left && linkOf(state, actor.classroomId).down === 'D';
}

/** A picture may be dropped: the next one comes. */
function tell(relayed: RelayedSignal, listeners: readonly Listener[], sees: (actor: Actor) => boolean): void {
  for (const { session, actor } of listeners) if (sees(actor)) session.sendVolatile('signal', relayed);
}
