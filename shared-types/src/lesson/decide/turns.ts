import type { ClassroomId } from '../../ids.ts';
import type { Refusal } from '../../refusals.ts';
import { entryOf } from '../entry-of.ts';
import type { EventOf, LessonEvent } from '../events.ts';
import { ACCEPT_MS, type Floor, type Turn } from '../floor/floor.ts';
import { turnOfRoom } from '../floor/turn-of-room.ts';
import type { LessonState, Time } from '../state.ts';
import type { Context } from './context.ts';
import { lowered } from './hands.ts';
import { findSeat } from './seats.ts';

type Cause = EventOf<'turn.ended'>['cause'];

/** What a turn is to be. */
interface Wish {
  readonly classroomId: string;
  readonly seatId: string | null;
  readonly seconds: number | null;
  readonly anyone?: boolean | undefined;
  readonly listen?: boolean | undefined;
}

/** [FL1] Why this classroom, or this pupil of it, cannot have a turn now; null when it can. */
export function mayHave(state: LessonState, classroomId: string, seatId: string | null): Refusal | null {
  const classroom = entryOf(state.classrooms, classroomId);
  if (!classroom) return 'classroom/unknown';
  if (state.phase !== 'live') return 'lesson/not-live';
  if (seatId !== null && !findSeat(state, classroomId, seatId)) return 'seat/unknown';
  return !classroom.own && (!classroom.board.online || classroom.left) ? 'classroom/not-here' : null;
}

/** The turns before end, and the floor is held in this manner from now on. */
export function opened(
  { floor }: LessonState,
  manner: Omit<Floor, 'turns'>,
  at: Time,
  cause: Cause = 'teacher',
): LessonEvent[] {
  const { mode, queue, seconds } = manner;
  const same = floor.mode === mode && floor.queue.length === 0 && queue.length === 0;
  const change: LessonEvent = { type: 'floor.opened', mode, queue: [...queue], seconds, at };
  return same ? ended(floor.turns, at, cause) : [...ended(floor.turns, at, cause), change];
}

/** The turn's beginning, or its waiting to be accepted. */
export function given(state: LessonState, wish: Wish, { now, newId }: Context): LessonEvent {
  const { classroomId, seatId, seconds, anyone = false, listen = false } = wish;
  const number = seatId === null ? null : (findSeat(state, classroomId, seatId)?.number ?? null);
  const room = entryOf(state.classrooms, classroomId);
  // The own class speaks into the teacher's own microphone, which is open.
  const acceptBy = room?.microphoneWaits && !room.own ? now + ACCEPT_MS : null;
  return {
    type: 'turn.given',
    turnId: newId(),
    ...{ classroomId, seatId, number, seconds, acceptBy, listen },
    anyone: anyone && seatId === null,
    at: now,
    endsAt: acceptBy === null ? endOf(seconds, now) : null,
  };
}

/** The class as a whole gets a turn, and its hand goes down. */
export function givenToClass(
  state: LessonState,
  classroomId: ClassroomId,
  seconds: number | null,
  context: Context,
): LessonEvent[] {
  const whose = { classroomId, seatId: null };
  return [...lowered(state.hands, whose), given(state, { ...whose, seconds }, context)];
}

/** [FL19] A classroom that comes during a chorus joins it, for as long as the others speak. */
export function joinsChorus(state: LessonState, classroomId: ClassroomId, context: Context): LessonEvent[] {
  const { mode, turns } = state.floor;
  const [first] = turns;
  if (mode !== 'chorus' || !first || turnOfRoom(state, classroomId)) return [];
  if (entryOf(state.classrooms, classroomId)?.own !== false) return [];
  const seconds = first.endsAt === null ? first.seconds : Math.ceil((first.endsAt - context.now) / 1000);
  return givenToClass(state, classroomId, seconds, context);
}

/** The end of these turns. */
export function ended(turns: readonly Turn[], at: Time, cause: Cause): LessonEvent[] {
  return turns.map(({ turnId }) => ({ type: 'turn.ended', turnId, at, cause }));
}

/** [FL18] These turns end; where classrooms speak in order, the next one that is here begins. */
export function endedAndNext(
  state: LessonState,
  turns: readonly Turn[],
  cause: Cause,
  context: Context,
): LessonEvent[] {
  const { queue, seconds } = state.floor;
  const next = queue.find((classroomId) => mayHave(state, classroomId, null) === null);
  return [
    ...ended(turns, context.now, cause),
    ...(turns.length > 0 && next !== undefined ? givenToClass(state, next, seconds, context) : []),
  ];
}

/** When a turn that begins now ends; null where it lasts until somebody ends it. */
export function endOf(seconds: number | null, now: Time): Time | null {
  return seconds === null ? null : now + seconds * 1000;
}
