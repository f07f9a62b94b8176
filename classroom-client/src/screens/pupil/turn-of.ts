import { LEAD_PEER, type LessonState } from '@tongke/shared-types';
import { microphoneOf } from '../../layout/tracks-of.ts';

/** The floor, when it is this pupil's or the whole class's. */
export interface OwnTurn {
  readonly whose: 'pupil' | 'class';
  /** The room's microphone is heard; until then one gets ready. */
  readonly open: boolean;
  readonly startedAt: number;
  readonly endsAt: number;
}

/** Whether this pupil may speak now, alone or with the class; null while others do or nobody does. */
export function turnOf(
  view: LessonState,
  seat: { readonly classroomId: string; readonly seatId: string },
): OwnTurn | null {
  const { turn } = view;
  if (!turn || turn.classroomId !== seat.classroomId) return null;
  if (turn.seatId !== null && turn.seatId !== seat.seatId) return null;
  const { startedAt, endsAt, classroomId } = turn;
  // The own class speaks into the teacher's own microphone.
  const peer = view.classrooms[classroomId]?.own ? LEAD_PEER : classroomId;
  const open = microphoneOf(view, peer) !== null;
  return { whose: turn.seatId === null ? 'class' : 'pupil', open, startedAt, endsAt };
}
