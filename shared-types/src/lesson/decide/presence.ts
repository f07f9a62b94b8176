import { entryOf } from '../entry-of.ts';
import type { LessonEvent } from '../events.ts';
import type { LessonState } from '../state.ts';
import type { Context } from './context.ts';
import { happen, type Outcome } from './outcome.ts';
import { findSeat, seatRef } from './seats.ts';
import type { PresentPeer, ServerCommand } from './server-command.ts';
import { joinsChorus } from './turns.ts';

/** [RO8] Who is connected, as the register needs it; saying the same twice changes nothing. */
export function decidePresence(
  state: LessonState,
  command: Extract<ServerCommand, { type: 'peer.came' | 'peer.went' }>,
  context: Context,
): Outcome {
  const { now } = context;
  const came = command.type === 'peer.came';
  const online = isOnline(state, command.peer);
  if (online === null || online === came) return happen();
  const cause = came ? '' : command.cause;
  const { peer } = command;
  const events = presence(state, peer, came, { at: now, cause });
  const joins = came && peer.kind === 'board' && !entryOf(state.classrooms, peer.classroomId)?.left;
  return happen(...events, ...(joins ? joinsChorus(state, peer.classroomId, context) : []));
}

function isOnline(state: LessonState, peer: PresentPeer): boolean | null {
  switch (peer.kind) {
    case 'lead':
      return state.leadOnline;
    case 'second':
      return entryOf(state.seconds, peer.staffId)?.online ?? null;
    case 'board':
      return entryOf(state.classrooms, peer.classroomId)?.board.online ?? null;
    case 'assistant':
      return state.acting?.by === peer.classroomId ? state.acting.awaySince === null : null;
    case 'seat':
      return findSeat(state, peer.classroomId, peer.seatId)?.online ?? null;
    case 'tablet': {
      const tablet = entryOf(entryOf(state.classrooms, peer.classroomId)?.tablets ?? {}, peer.tabletId);
      return tablet?.allowed ? tablet.online : null;
    }
  }
}

function presence(
  state: LessonState,
  peer: PresentPeer,
  came: boolean,
  { at, cause }: { readonly at: number; readonly cause: string },
): LessonEvent[] {
  const acting: LessonEvent = came ? { type: 'acting.came', at } : { type: 'acting.went', at, cause };
  if (peer.kind === 'lead') return [came ? { type: 'lead.came', at } : { type: 'lead.went', at, cause }];
  if (peer.kind === 'assistant') return [acting];
  if (peer.kind === 'second') {
    const { staffId } = peer;
    const leads = state.acting?.by === staffId;
    return [
      came ? { type: 'second.came', staffId, at } : { type: 'second.went', staffId, at, cause },
      ...(leads ? [acting] : []),
    ];
  }
  const { classroomId } = peer;
  if (peer.kind === 'board') {
    return [came ? { type: 'board.came', classroomId, at } : { type: 'board.went', classroomId, at, cause }];
  }
  if (peer.kind === 'tablet') {
    const { tabletId } = peer;
    return [
      came
        ? { type: 'tablet.came', classroomId, tabletId, at }
        : { type: 'tablet.went', classroomId, tabletId, at, cause },
    ];
  }
  const seat = findSeat(state, classroomId, peer.seatId);
  const ref = seat ? seatRef(seat) : { classroomId, seatId: peer.seatId, number: 0 };
  return [came ? { type: 'seat.came', ...ref, at } : { type: 'seat.went', ...ref, at, cause }];
}
