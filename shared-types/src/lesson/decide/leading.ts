import type { ClassroomId, PeerId } from '../../ids.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { secondsFirst } from '../acting/seconds-first.ts';
import { entryOf } from '../entry-of.ts';
import type { LessonEvent } from '../events.ts';
import type { LessonState, Time } from '../state.ts';
import type { Context } from './context.ts';
import { floorFreed } from './lead-gone.ts';
import { happen, type Outcome, unless } from './outcome.ts';

/** [LD3] [LD7] A second teacher or a classroom leads while the lead teacher is missed; the first who asks, second teachers before classrooms. */
export function takeLead(state: LessonState, by: PeerId, { now }: Context): Outcome {
  if (state.acting?.by === by) return happen();
  const classroom = entryOf(state.classrooms, by);
  return unless(
    [
      [state.phase !== 'live', 'lesson/not-live'],
      [classroom?.left === true, 'classroom/not-here'],
      [state.acting !== null, 'lead/taken'],
      [!state.leadMissed, 'lead/here'],
      [classroom !== undefined && secondsFirst(state, now), 'lead/second-first'],
    ],
    () => happen({ type: 'acting.began', by, at: now }),
  );
}

/** [LD3] [LD6] The lead teacher lets a second teacher or the assistant of one classroom lead; whoever did so before does no longer. */
export function handLead(state: LessonState, to: PeerId, { now }: Context): Outcome {
  if (state.acting?.by === to) return happen();
  if (state.phase !== 'live') return refuse('lesson/not-live');
  const trouble = absent(state, to);
  return trouble ? refuse(trouble) : happen(...handedBack(state, now), { type: 'acting.began', by: to, at: now });
}

/** [LD5] Who leads in the teacher's place gives the lead back; where the lead teacher is missed nobody leads then, and all turns end. */
export function giveBackLead(state: LessonState, by: PeerId, { now }: Context): Outcome {
  if (state.acting?.by !== by) return happen();
  const cause = entryOf(state.classrooms, by) ? 'room' : 'second';
  return happen({ type: 'acting.ended', at: now, cause }, ...freedIfMissed(state, now));
}

/** [LD5] The lead teacher leads again; who speaks goes on. */
export function takeBackLead(state: LessonState, { now }: Context): Outcome {
  return happen(...handedBack(state, now));
}

/** [LD6] What ends with a second teacher who is one no longer. */
export function secondGone(state: LessonState, staffId: string, now: Time): LessonEvent[] {
  if (state.acting?.by !== staffId) return [];
  return [{ type: 'acting.ended', at: now, cause: 'lead' }, ...freedIfMissed(state, now)];
}

/** Why nobody can lead there, or null. */
function absent(state: LessonState, to: ClassroomId | string): Refusal | null {
  const second = entryOf(state.seconds, to);
  if (second) return second.online ? null : 'lead/second-away';
  const classroom = entryOf(state.classrooms, to);
  if (!classroom) return 'classroom/unknown';
  return classroom.board.online && !classroom.left ? null : 'classroom/not-here';
}

function freedIfMissed(state: LessonState, now: Time): LessonEvent[] {
  return state.leadMissed ? floorFreed(state, now) : [];
}

function handedBack({ acting }: LessonState, now: Time): LessonEvent[] {
  return acting ? [{ type: 'acting.ended', at: now, cause: 'lead' }] : [];
}
