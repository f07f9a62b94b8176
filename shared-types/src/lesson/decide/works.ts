import type { ClassroomId, SeatId } from '../../ids.ts';
import { refuse } from '../../refusals.ts';
import { entryOf } from '../entry-of.ts';
import type { LessonEvent } from '../events.ts';
import type { LessonState } from '../state.ts';
import { MOST_WORKS, MOST_WORKS_OF_SEAT, type Work } from '../works/works.ts';
import type { Context } from './context.ts';
import { happen, type Outcome, unless } from './outcome.ts';
import { findSeat, seatRef } from './seats.ts';

/** [CA1] Pupils may send works from now on, or no longer. */
export function collectWorks({ phase, works }: LessonState, open: boolean): Outcome {
  if (phase !== 'live') return refuse('lesson/not-live');
  return works.open === open ? happen() : happen({ type: open ? 'works.opened' : 'works.closed' });
}

/** [CA1] [CA2] A pupil, or the assistant for one, puts a work into the tray; the same photo again changes nothing. */
export function sendWork(
  state: LessonState,
  {
    classroomId,
    seatId,
    photo,
  }: { readonly classroomId: ClassroomId; readonly seatId: SeatId; readonly photo: string },
  byPupil: boolean,
  { now, newId }: Context,
): Outcome {
  const { phase, works } = state;
  const seat = findSeat(state, classroomId, seatId);
  if (!seat) return refuse('seat/unknown');
  const own = works.tray.filter((work) => work.seatId === seatId);
  if (own.some((work) => work.photo === photo)) return happen();
  return unless(
    [
      [phase !== 'live', 'lesson/not-live'],
      [entryOf(state.classrooms, classroomId)?.left === true, 'classroom/not-here'],
      [byPupil && !works.open, 'works/closed'],
      [own.length >= MOST_WORKS_OF_SEAT || works.tray.length >= MOST_WORKS, 'works/full'],
    ],
    () => happen({ type: 'work.sent', workId: newId(), ...seatRef(seat), photo, at: now }),
  );
}

/** [CA3] A work leaves the tray, and the boards: by the lead teacher (null), its own room, or the pupil who sent it. */
export function removeWork(
  { works }: LessonState,
  workId: string,
  by: { readonly classroomId: ClassroomId; readonly seatId?: SeatId } | null,
): Outcome {
  const work = works.tray.find((one) => one.workId === workId);
  const theirs =
    work &&
    (by === null || (work.classroomId === by.classroomId && (by.seatId === undefined || work.seatId === by.seatId)));
  if (!theirs) return refuse('works/gone');
  const { classroomId, seatId } = work;
  const left = works.shown.filter((one) => one.workId !== workId);
  const hidden: LessonEvent[] = left.length < works.shown.length ? [{ type: 'works.shown', works: [...left] }] : [];
  return happen(...hidden, { type: 'work.removed', workId, classroomId, seatId });
}

/** [CA4] These works stand on all boards, with whose they are only where the lead teacher reveals it; none takes them off. */
export function showWorks(
  { phase, works }: LessonState,
  { workIds, revealed }: { readonly workIds: readonly string[]; readonly revealed: boolean },
): Outcome {
  if (phase !== 'live') return refuse('lesson/not-live');
  const chosen = [...new Set(workIds)].map((workId) => works.tray.find((one) => one.workId === workId));
  const found = chosen.filter((work): work is Work => work !== undefined);
  if (found.length < chosen.length) return refuse('works/gone');
  if (found.length === 0 && works.shown.length === 0) return happen();
  return happen({
    type: 'works.shown',
    works: found.map(({ workId, classroomId, seatId, number, photo }) => ({
      ...{ workId, classroomId, photo },
      seatId: revealed ? seatId : null,
      number: revealed ? number : null,
    })),
  });
}
