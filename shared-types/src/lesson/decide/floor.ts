import type { Command } from '../../protocol/commands.ts';
import { refuse } from '../../refusals.ts';
import type { Actor } from '../../roles.ts';
import { speakerLostAt, turnOverAt } from '../deadlines.ts';
import type { LessonEvent } from '../events.ts';
import type { Classroom, LessonState } from '../state.ts';
import type { Context } from './context.ts';
import { lowered } from './hands.ts';
import { happen, type Outcome } from './outcome.ts';
import { findSeat, seatRef } from './seats.ts';
import { endedAndNext, endOf, given, mayHave, opened } from './turns.ts';
import { calledOn } from './words.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/** [FL1] [FL2] The lead teacher gives one classroom the floor; whoever had it before loses it. */
export function giveTurn(state: LessonState, command: Of<'turn.give'>, context: Context): Outcome {
  const { classroomId, seatId } = command;
  const refusal = mayHave(state, classroomId, seatId);
  if (refusal) return refuse(refusal);
  return happen(
    ...opened(state, { mode: 'single', queue: [], seconds: null }, context.now),
    ...lowered(state.hands, { classroomId, seatId }),
    ...(seatId === null ? [] : calledOn(state, classroomId, seatId, context.now)),
    given(state, command, context),
  );
}

/** [FL3] The lead teacher ends any turn; a room ends its own. */
export function endTurn(
  state: LessonState,
  turnId: string,
  actor: Extract<Actor, { role: 'lead' | 'board' | 'phone' }>,
  context: Context,
): Outcome {
  const turn = state.floor.turns.find((one) => one.turnId === turnId);
  if (!turn) return refuse('turn/none');
  if (actor.role !== 'lead' && actor.classroomId !== turn.classroomId) return refuse('not-allowed');
  return happen(...endedAndNext(state, [turn], actor.role === 'lead' ? 'teacher' : 'room', context));
}

/** [FL3] The lead teacher ends all turns at once, and nobody follows. */
export function clearFloor(state: LessonState, { now }: Context): Outcome {
  return happen(...opened(state, { mode: 'single', queue: [], seconds: null }, now));
}

/** [FL15] The first of the class who taps takes a turn that anybody may have, or whom its assistant names. */
export function takeTurn(
  state: LessonState,
  { turnId, classroomId, seatId }: { readonly turnId: string; readonly classroomId: string; readonly seatId: string },
  { now }: Context,
): Outcome {
  const turn = state.floor.turns.find((one) => one.turnId === turnId);
  if (!turn) return refuse('turn/none');
  if (turn.classroomId !== classroomId) return refuse('not-allowed');
  const seat = findSeat(state, classroomId, seatId);
  if (!seat) return refuse('seat/unknown');
  if (turn.seatId === seatId) return happen();
  if (!turn.anyone) return refuse('turn/taken');
  return happen(...lowered(state.hands, { classroomId, seatId }), ...calledOn(state, classroomId, seatId, now), {
    type: 'turn.taken',
    turnId,
    ...seatRef(seat),
    at: now,
  });
}

/** [FL16] The assistant opens the microphone of the own room's turn; its time begins. */
export function acceptTurn(state: LessonState, turnId: string, classroomId: string, { now }: Context): Outcome {
  const turn = state.floor.turns.find((one) => one.turnId === turnId);
  if (!turn) return refuse('turn/none');
  if (turn.classroomId !== classroomId) return refuse('not-allowed');
  if (turn.acceptBy === null) return happen();
  return happen({ type: 'turn.accepted', turnId, at: now, endsAt: endOf(turn.seconds, now) });
}

/** [FL16] Whether turns of this classroom wait for its assistant; what runs is left alone. */
export function setMicrophone({ classroomId, microphoneWaits }: Classroom, waits: boolean): Outcome {
  return microphoneWaits === waits ? happen() : happen({ type: 'microphone.set', classroomId, waits });
}

/** [FL3] [FL9] [FL16] The turns whose time is over, whose speakers are gone, or that nobody accepted. */
export function expiredTurns(state: LessonState, context: Context): LessonEvent[] {
  const { now } = context;
  return state.floor.turns.flatMap((turn) => {
    if (now >= turnOverAt(turn))
      return endedAndNext(state, [turn], turn.acceptBy === null ? 'time' : 'not-accepted', context);
    return now >= speakerLostAt(turn) ? endedAndNext(state, [turn], 'link', context) : [];
  });
}
