import type { Actor, DirectCall, DirectNotice, LessonState } from '@tongke/shared-types';

/** Finds whoever is here under a key of `personKey`. */
type Find = (key: string) => { readonly actor: Actor; readonly session: Listener } | null;

interface Listener {
  readonly send: (event: 'direct', notice: DirectNotice) => void;
}

/**
 * [BR8] A tablet's call to the board of its own room, and that board's answer to it, while a direct channel between them could be of use.
 * The server says which seat calls. Whatever else is asked has no effect.
 */
export function relayDirect(from: Actor, call: DirectCall, find: Find, state: LessonState): void {
  if (from.role !== 'pupil' && from.role !== 'board') return;
  const room = state.classrooms[from.classroomId];
  if (!room || room.own || room.left || state.phase === 'ended') return;
  const { linkId, end } = call;
  if (from.role === 'pupil' && call.type === 'offer') {
    const { seatId } = from;
    find(`board:${from.classroomId}`)?.session.send('direct', { type: 'offer', linkId, seatId, end });
  }
  if (from.role === 'board' && call.type === 'answer') {
    const called = find(call.seatId);
    const ofRoom = called?.actor.role === 'pupil' && called.actor.classroomId === from.classroomId;
    if (ofRoom) called.session.send('direct', { type: 'answer', linkId, end });
  }
}
