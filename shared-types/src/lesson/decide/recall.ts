import { entryOf } from '../entry-of.ts';
import type { LessonEvent } from '../events.ts';
import type { EarlierLessons } from '../hands/heard.ts';
import type { LessonState } from '../state.ts';
import { happen, type Outcome } from './outcome.ts';
import { portions } from './portions.ts';
import type { ServerCommand } from './server-command.ts';

/** As many seats as an event may hold, so that none outgrows 4 kB. */
const SEATS_PER_EVENT = 40;

/** [FL11] Before the start a lesson takes over, once, who was heard in its classrooms' earlier lessons. */
export function recallLessons(
  state: LessonState,
  { classrooms }: Extract<ServerCommand, { type: 'lesson.recall' }>,
): Outcome {
  if (state.phase !== 'planned') return happen();
  const known = state.heard?.before ?? {};
  return happen(...classrooms.filter(({ classroomId }) => !entryOf(known, classroomId)).flatMap(of(state)));
}

function of({ classrooms }: LessonState) {
  return ({ classroomId, lessons, heard, seatIds }: EarlierLessons): LessonEvent[] => {
    const classroom = entryOf(classrooms, classroomId);
    if (!classroom || lessons === 0) return [];
    const here = portions(
      seatIds.filter((seatId) => entryOf(classroom.seats, seatId)),
      SEATS_PER_EVENT,
    );
    return (here.length > 0 ? here : [[]]).map((seats) => {
      return { type: 'classroom.recalled', classroomId, lessons, heard, seatIds: seats };
    });
  };
}
