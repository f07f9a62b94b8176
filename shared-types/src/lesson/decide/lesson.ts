import { refuse } from '../../refusals.ts';
import { entryOf } from '../entry-of.ts';
import type { LessonEvent } from '../events.ts';
import type { Classroom, LessonState } from '../state.ts';
import type { Context } from './context.ts';
import { floorFreed } from './lead-gone.ts';
import { happen, type Outcome, unless } from './outcome.ts';
import { closedIfRunning } from './question/phases.ts';
import type { ServerCommand } from './server-command.ts';
import { seatsAdded, takeOver } from './take-over.ts';
import { ended, endedAndNext, joinsChorus } from './turns.ts';
import { wordsOver } from './words.ts';

/** [LS1] [LS6] The first events of a lesson come from the catalogue; preparing it again takes over what has changed there. */
export function prepareLesson(
  state: LessonState,
  command: Extract<ServerCommand, { type: 'lesson.prepare' }>,
  { now, newTicket }: Context,
): Outcome {
  const { type: _, classrooms, seconds = [], ...prepared } = command;
  if (state.lessonId !== '') return happen(...takeOver(state, { classrooms, seconds }, now));
  const rooms = classrooms.flatMap(({ seats, ...room }): LessonEvent[] => [
    { type: 'classroom.added', ...room, ticket: newTicket() },
    ...seatsAdded({ ...room, seats: {} }, seats),
  ]);
  const named = seconds.map((staffId) => ({ type: 'second.added', staffId }) as const);
  return happen({ type: 'lesson.prepared', ...prepared }, ...rooms, ...named);
}

/** [RO9] Seats that were not there: a child added on the spot. */
export function registerSeats(
  state: LessonState,
  { classroomId, seats }: Extract<ServerCommand, { type: 'seat.register' }>,
): Outcome {
  const classroom = entryOf(state.classrooms, classroomId);
  if (!classroom) return refuse('classroom/unknown');
  return happen(...seatsAdded(classroom, seats));
}

/** [LS2] The lead teacher starts a planned lesson. */
export function startLesson(state: LessonState, { now }: Context): Outcome {
  return unless(
    [
      [state.phase === 'live', 'lesson/already-live'],
      [state.phase === 'ended', 'lesson/ended'],
    ],
    () => happen({ type: 'lesson.started', at: now }),
  );
}

/** [LS7] A lesson that leaves the timetable before its start is over; one that runs goes on. */
export function cancelLesson(state: LessonState, { now }: Context): Outcome {
  return state.phase === 'planned' ? happen(...endOf(state, now)) : happen();
}

/** [LS3] The end closes what is open: the turns, the round, hands, words and doors. */
export function endLesson(state: LessonState, { now }: Context): Outcome {
  if (state.phase !== 'live') return refuse(state.phase === 'ended' ? 'lesson/ended' : 'lesson/not-live');
  return happen(...endOf(state, now));
}

/** Everything that an end closes, and the end itself. */
export function endOf(state: LessonState, now: number): LessonEvent[] {
  const { floor, round } = state;
  const doors = Object.values(state.classrooms).filter(({ doorCode }) => doorCode !== null);
  const events: LessonEvent[] = ended(floor.turns, now, 'lesson');
  if (round) events.push(...closedIfRunning(state, now), { type: 'round.dismissed', roundId: round.roundId });
  if (state.hands.length > 0) events.push({ type: 'hands.cleared' });
  events.push(...wordsOver(state, () => true));
  events.push(...doors.map(({ classroomId }) => ({ type: 'door.closed', classroomId }) as const));
  return [...events, { type: 'lesson.ended', at: now }];
}

/** [LS4] 开始上课 on a board; a board that stands ready already changes nothing. */
export function readyBoard(state: LessonState, { classroomId, board, left }: Classroom, context: Context): Outcome {
  if (board.online && board.ready && !left) return happen();
  return happen({ type: 'board.readied', classroomId, at: context.now }, ...joinsChorus(state, classroomId, context));
}

/** [LS4] A room leaves early: its turn ends, its door closes; 开始上课 brings it back. */
export function leaveLesson(state: LessonState, { classroomId, left }: Classroom, context: Context): Outcome {
  const { now } = context;
  if (left) return happen();
  const own = state.floor.turns.filter((turn) => turn.classroomId === classroomId);
  const led = state.acting?.by === classroomId;
  return happen(
    ...(led ? [{ type: 'acting.ended', at: now, cause: 'room' } as const] : []),
    ...(led && state.leadMissed ? floorFreed(state, now) : endedAndNext(state, own, 'room', context)),
    ...wordsOver(state, (word) => word.classroomId === classroomId),
    { type: 'classroom.left', classroomId, at: now },
  );
}
