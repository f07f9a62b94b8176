import type { Actor, LessonEvent, LessonState, PresentPeer } from '@tongke/shared-types';

/**
 * [RS8] Who somebody is, whatever the socket: a second connection of the same person takes over the first. A pupil is the seat, whose id has
 * no colon and is a string already, which thousands need not make again.
 */
export function personKey(actor: Actor): string {
  switch (actor.role) {
    case 'lead':
      return 'lead';
    case 'second':
      return `second:${actor.staffId}`;
    case 'board':
      return `board:${actor.classroomId}`;
    case 'phone':
      return `phone:${actor.deviceId}`;
    case 'pupil':
      return actor.seatId;
    case 'shared':
      return `shared:${actor.classroomId}:${actor.tabletId}`;
    case 'guest':
      return `guest:${actor.classroomId}:${actor.device}`;
  }
}

/** Names what a viewer may see: events can only be folded into a view of the same key. */
export function viewKey(actor: Actor): string {
  if (actor.role === 'lead') return 'lead';
  // Second teachers see the same.
  if (actor.role === 'second') return 'second';
  return actor.role === 'pupil' ? `pupil:${actor.seatId}` : `${actor.role}:${actor.classroomId}`;
}

export type Assistant = Extract<PresentPeer, { kind: 'assistant' }>;

/** How the register sees this person, or null for those whose presence it does not keep. */
export function presentPeer(actor: Actor): PresentPeer | null {
  switch (actor.role) {
    case 'lead':
      return { kind: 'lead' };
    case 'second':
      return { kind: 'second', staffId: actor.staffId };
    case 'board':
      return { kind: 'board', classroomId: actor.classroomId };
    case 'pupil':
      return { kind: 'seat', classroomId: actor.classroomId, seatId: actor.seatId };
    case 'shared':
      return { kind: 'tablet', classroomId: actor.classroomId, tabletId: actor.tabletId };
    default:
      return null;
  }
}

/** [LD5] The assistant of a classroom, who is here while its board or a phone is; null for everybody else. */
export function assistantOf(actor: Actor): Assistant | null {
  const { role } = actor;
  return role === 'board' || role === 'phone' ? { kind: 'assistant', classroomId: actor.classroomId } : null;
}

/** Whom an event lets be somebody, whether their tablet is here or not; null for any other event. */
export function settledPeer(event: LessonEvent): Exclude<PresentPeer, Assistant> | null {
  const { type } = event;
  if (type === 'seat.taken') return { kind: 'seat', classroomId: event.classroomId, seatId: event.seatId };
  return type === 'tablet.shared' ? { kind: 'tablet', classroomId: event.classroomId, tabletId: event.tabletId } : null;
}

/** Everybody whom the log holds for present. */
export function presentIn(state: LessonState): PresentPeer[] {
  const present: PresentPeer[] = state.leadOnline ? [{ kind: 'lead' }] : [];
  for (const [staffId, { online }] of Object.entries(state.seconds))
    if (online) present.push({ kind: 'second', staffId });
  const { acting } = state;
  if (acting?.awaySince === null && state.classrooms[acting.by])
    present.push({ kind: 'assistant', classroomId: acting.by });
  for (const { classroomId, board, seats, tablets } of Object.values(state.classrooms)) {
    if (board.online) present.push({ kind: 'board', classroomId });
    for (const { seatId, online } of Object.values(seats))
      if (online) present.push({ kind: 'seat', classroomId, seatId });
    for (const { tabletId, online } of Object.values(tablets))
      if (online) present.push({ kind: 'tablet', classroomId, tabletId });
  }
  return present;
}

/** The key under which a present peer is connected, as `personKey` makes it. */
export function keyOfPresent(peer: Exclude<PresentPeer, Assistant>): string {
  if (peer.kind === 'lead') return 'lead';
  if (peer.kind === 'second') return `second:${peer.staffId}`;
  if (peer.kind === 'tablet') return `shared:${peer.classroomId}:${peer.tabletId}`;
  return peer.kind === 'board' ? `board:${peer.classroomId}` : peer.seatId;
}
