import { type LessonState, type Refused, refuse, type SeatId } from '@tongke/shared-types';
import type { BlobViewer } from '../http/handlers.ts';
import type { LessonWindow } from './lesson-window.ts';

/** Where a pupil's work belongs. */
export interface WorkPlace {
  readonly lessonId: string;
  readonly classroomId: string;
  readonly schoolId: string;
}

/** [CA1] The running lesson into which this sender may put a work of this seat now: the seat's own tablet, or a device of its classroom. */
export function workPlace(
  { seat, board }: BlobViewer,
  seatId: SeatId,
  lessons: Pick<LessonWindow, 'states'>,
): WorkPlace | Refused {
  if (seat) {
    const { actor, state } = seat;
    if (actor.role !== 'pupil' || actor.seatId !== seatId) return refuse('not-allowed');
    return state.phase === 'live' && !state.works.open ? refuse('works/closed') : placeIn(state, actor.classroomId);
  }
  if (!board) return refuse('not-allowed');
  const { classroomId } = board;
  const state = lessons.states().find(({ phase, classrooms }) => phase === 'live' && classrooms[classroomId]);
  if (!state) return refuse('no-lesson-now');
  return state.classrooms[classroomId]?.seats[seatId] ? placeIn(state, classroomId) : refuse('seat/unknown');
}

function placeIn({ lessonId, phase, classrooms }: LessonState, classroomId: string): WorkPlace | Refused {
  if (phase !== 'live') return refuse(phase === 'ended' ? 'lesson/ended' : 'lesson/not-live');
  const schoolId = classrooms[classroomId]?.schoolId;
  return schoolId === undefined ? refuse('classroom/unknown') : { lessonId, classroomId, schoolId };
}
