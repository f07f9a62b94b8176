import { refuse } from '../../refusals.ts';
import { entryOf } from '../entry-of.ts';
import type { LessonEvent } from '../events.ts';
import type { Classroom, LessonState } from '../state.ts';
import type { Context } from './context.ts';
import { floorFreed } from './lead-gone.ts';
import { happen, type Outcome, unless } from './outcome.ts';

/** [LD3] An assistant leads while the lead teacher is missed; the first who asks. */
export function takeLead(state: LessonState, { classroomId, left }: Classroom, { now }: Context): Outcome {
  if (state.acting?.classroomId === classroomId) return happen();
  return unless(
    [
      [state.phase !== 'live', 'lesson/not-live'],
      [left, 'classroom/not-here'],
      [state.acting !== null, 'lead/taken'],
      [!state.leadMissed, 'lead/here'],
    ],
    () => happen({ type: 'acting.began', classroomId, at: now }),
  );
}

/** [LD3] The lead teacher lets the assistant of one classroom lead; whoever did so before does no longer. */
export function handLead(state: LessonState, classroomId: string, context: Context): Outcome {
  const classroom = entryOf(state.classrooms, classroomId);
  if (!classroom) return refuse('classroom/unknown');
  if (state.acting?.classroomId === classroomId) return happen();
  return unless(
    [
      [state.phase !== 'live', 'lesson/not-live'],
      [!classroom.board.online || classroom.left, 'classroom/not-here'],
    ],
    () => happen(...handedBack(state, context), { type: 'acting.began', classroomId, at: context.now }),
  );
}

/** [LD5] Who leads in the teacher's place gives the lead back; where the lead teacher is missed nobody leads then, and all turns end. */
export function giveBackLead(state: LessonState, { classroomId }: Classroom, { now }: Context): Outcome {
  if (state.acting?.classroomId !== classroomId) return happen();
  const turns = state.leadMissed ? floorFreed(state, now) : [];
  return happen({ type: 'acting.ended', at: now, cause: 'room' }, ...turns);
}

/** [LD5] The lead teacher leads again; who speaks goes on. */
export function takeBackLead(state: LessonState, context: Context): Outcome {
  return happen(...handedBack(state, context));
}

function handedBack({ acting }: LessonState, { now }: Context): LessonEvent[] {
  return acting ? [{ type: 'acting.ended', at: now, cause: 'lead' }] : [];
}
