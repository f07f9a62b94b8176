import { entryOf } from '../entry-of.ts';
import type { LessonEvent } from '../events.ts';
import type { Classroom, LessonState, Time } from '../state.ts';
import { secondGone } from './leading.ts';
import { portions } from './portions.ts';
import type { PreparedClassroom } from './server-command.ts';
import { wordsOver } from './words.ts';

/** As many seats as an event may hold, so that none outgrows 4 kB. */
const SEATS_PER_EVENT = 40;

type Numbered = PreparedClassroom['seats'][number];

/** What the catalogue says of a lesson. */
interface Plan {
  readonly classrooms: readonly PreparedClassroom[];
  /** Accounts of the second teachers. */
  readonly seconds: readonly string[];
}

/**
 * [LS6] What has changed in the catalogue since the lesson was prepared, as events; none when nothing has. Settings count at any
 * time until the end, and so does who the second teachers are. Classrooms and seats go, and numbers change, before the start alone: after it they are in use.
 */
export function takeOver(state: LessonState, { classrooms, seconds }: Plan, now: Time): LessonEvent[] {
  if (state.phase === 'ended') return [];
  const gone = Object.keys(state.classrooms).filter((id) => !classrooms.some(({ classroomId }) => classroomId === id));
  return [
    ...renamed(state, seconds, now),
    ...(state.phase === 'planned' ? gone : []).flatMap((classroomId): LessonEvent[] => [
      ...wordsOver(state, (word) => word.classroomId === classroomId),
      { type: 'classroom.removed', classroomId },
    ]),
    ...classrooms.flatMap((planned) => {
      const classroom = entryOf(state.classrooms, planned.classroomId);
      if (!classroom) return [];
      const grown = seatsAdded(classroom, planned.seats);
      return [
        ...configured(classroom, planned),
        ...(state.phase === 'planned' ? reseated(classroom, planned) : []),
        ...grown,
      ];
    }),
  ];
}

/** Seats that the classroom has not yet, in portions. */
export function seatsAdded(
  { classroomId, seats }: Pick<Classroom, 'classroomId' | 'seats'>,
  wanted: readonly Numbered[],
): LessonEvent[] {
  const added = wanted.filter(({ seatId }) => !entryOf(seats, seatId));
  return portions(added, SEATS_PER_EVENT).map((portion) => ({ type: 'seats.added', classroomId, seats: portion }));
}

/** [LD6] Who is a second teacher no longer leads no longer. */
function renamed(state: LessonState, seconds: readonly string[], now: Time): LessonEvent[] {
  const gone = Object.keys(state.seconds).filter((staffId) => !seconds.includes(staffId));
  const added = seconds.filter((staffId) => !entryOf(state.seconds, staffId));
  return [
    ...gone.flatMap((staffId): LessonEvent[] => [
      ...secondGone(state, staffId, now),
      { type: 'second.removed', staffId },
    ]),
    ...added.map((staffId) => ({ type: 'second.added', staffId }) as const),
  ];
}

function configured(classroom: Classroom, { name, cameraAllowed, givenNames }: PreparedClassroom): LessonEvent[] {
  const same =
    classroom.name === name && classroom.cameraAllowed === cameraAllowed && classroom.givenNames === givenNames;
  const { classroomId } = classroom;
  return same ? [] : [{ type: 'classroom.configured', classroomId, name, cameraAllowed, givenNames }];
}

function reseated({ classroomId, seats }: Classroom, planned: PreparedClassroom): LessonEvent[] {
  const numbers = new Map(planned.seats.map(({ seatId, number }) => [seatId, number]));
  const removed = Object.keys(seats).filter((seatId) => !numbers.has(seatId));
  const renumbered = planned.seats.filter(({ seatId, number }) => {
    const seat = entryOf(seats, seatId);
    return seat !== undefined && seat.number !== number;
  });
  return [
    ...portions(removed, SEATS_PER_EVENT).map((seatIds) => ({ type: 'seats.removed', classroomId, seatIds }) as const),
    ...portions(renumbered, SEATS_PER_EVENT).map(
      (portion) => ({ type: 'seats.renumbered', classroomId, seats: portion }) as const,
    ),
  ];
}
