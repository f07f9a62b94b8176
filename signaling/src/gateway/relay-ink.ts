import {
  type Actor,
  type Laser,
  LEAD_PEER,
  type LessonState,
  type LiveStroke,
  mayDraw,
  openSheets,
  peerOf,
} from '@tongke/shared-types';
import type { Session } from './session.ts';

interface Listener {
  readonly session: Session;
  readonly actor: Actor;
}

/**
 * [IK3] [IK9] A stroke while it is drawn, and the lead teacher's pointer, go to the screens that see the page: the lead teacher's and the
 * boards that are in the lesson. Decided as the stroke itself will be; any may be dropped on the way.
 */
export function relayInk(
  from: Actor,
  signal: LiveStroke | Laser,
  listeners: readonly Listener[],
  state: LessonState,
): void {
  const peerId = peerOf(from);
  if (peerId === null || !mayShow(state, peerId, signal)) return;
  for (const { session, actor } of listeners) {
    const to = peerOf(actor);
    if (to === null || to === peerId) continue;
    if (to === LEAD_PEER || state.classrooms[to]?.left === false) session.sendVolatile('signal', { peerId, signal });
  }
}

function mayShow(state: LessonState, peerId: string, { type, sheet }: LiveStroke | Laser): boolean {
  if (type === 'laser') return peerId === LEAD_PEER && openSheets(state).includes(sheet);
  return mayDraw(state, peerId, sheet) === null;
}
