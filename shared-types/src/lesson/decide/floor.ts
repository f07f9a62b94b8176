import type { Command } from '../../protocol/commands.ts';
import { refuse } from '../../refusals.ts';
import type { Actor } from '../../roles.ts';
import { entryOf } from '../entry-of.ts';
import type { LessonState } from '../state.ts';
import type { Context } from './context.ts';
import { lowered } from './hands.ts';
import { happen, type Outcome, unless } from './outcome.ts';
import { findSeat } from './seats.ts';
import { calledOn } from './words.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/** [FL1] [FL2] The lead teacher gives one classroom the floor; whoever had it before loses it. */
export function giveTurn(state: LessonState, command: Of<'turn.give'>, { now, newId }: Context): Outcome {
  const { classroomId, seatId, seconds } = command;
  const classroom = entryOf(state.classrooms, classroomId);
  const seat = seatId === null ? null : findSeat(state, classroomId, seatId);
  if (!classroom) return refuse('classroom/unknown');
  return unless(
    [
      [state.phase !== 'live', 'lesson/not-live'],
      [seatId !== null && !seat, 'seat/unknown'],
      [!classroom.own && (!classroom.board.online || classroom.left), 'classroom/not-here'],
    ],
    () => {
      const { turn } = state;
      const given = { turnId: newId(), classroomId, seatId, number: seat?.number ?? null };
      return happen(
        ...(turn ? [{ type: 'turn.ended', turnId: turn.turnId, at: now, cause: 'teacher' } as const] : []),
        ...lowered(state.hands, { classroomId, seatId }),
        ...(seatId === null ? [] : calledOn(state, classroomId, seatId, now)),
        { type: 'turn.given', ...given, at: now, endsAt: now + seconds * 1000 },
      );
    },
  );
}

/** [FL3] The lead teacher ends any turn; a room ends its own. */
export function endTurn(state: LessonState, turnId: string, actor: Actor, { now }: Context): Outcome {
  const { turn } = state;
  if (turn?.turnId !== turnId) return refuse('turn/none');
  if (actor.role !== 'lead' && actor.classroomId !== turn.classroomId) return refuse('not-allowed');
  return happen({ type: 'turn.ended', turnId, at: now, cause: actor.role === 'lead' ? 'teacher' : 'room' });
}
