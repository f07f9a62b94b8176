import type { Command } from '../../protocol/commands.ts';
import { refuse } from '../../refusals.ts';
import { APPLAUSE_MS } from '../cheer/applause.ts';
import { entryOf } from '../entry-of.ts';
import type { Classroom, LessonState } from '../state.ts';
import type { Context } from './context.ts';
import { happen, type Outcome } from './outcome.ts';
import { findSeat } from './seats.ts';

/** [PR1] The lead teacher praises a pupil with set words. */
export function givePraise(
  state: LessonState,
  { classroomId, seatId, word }: Extract<Command, { type: 'praise.give' }>,
  { now, newId }: Context,
): Outcome {
  if (state.phase !== 'live') return refuse('lesson/not-live');
  if (!entryOf(state.classrooms, classroomId)) return refuse('classroom/unknown');
  const seat = findSeat(state, classroomId, seatId);
  if (!seat) return refuse('seat/unknown');
  return happen({
    type: 'praise.given',
    praiseId: newId(),
    ...{ classroomId, seatId, number: seat.number, word, at: now },
  });
}

/** [PR3] A classroom claps; who claps along changes nothing. */
export function giveApplause(
  { phase, applause }: LessonState,
  { classroomId, own, left }: Classroom,
  { now }: Context,
): Outcome {
  if (phase !== 'live') return refuse('lesson/not-live');
  // The own class is heard by the teacher anyway.
  if (own) return refuse('not-allowed');
  if (left) return refuse('classroom/not-here');
  const since = entryOf(applause, classroomId);
  const claps = since !== undefined && now >= since && now - since < APPLAUSE_MS;
  return claps ? happen() : happen({ type: 'applause.given', classroomId, at: now });
}
