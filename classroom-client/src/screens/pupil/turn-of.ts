import { LEAD_PEER, type LessonState, turnOfRoom } from '@tongke/shared-types';
import { microphoneOf } from '../../layout/tracks-of.ts';

/** The floor, when it is this pupil's or the whole class's. */
export interface OwnTurn {
  readonly turnId: string;
  /** `anyone`: somebody of the class, who has not been found yet. */
  readonly whose: 'pupil' | 'class' | 'anyone';
  /** The teacher alone hears it. */
  readonly listen: boolean;
  /** The room's microphone is heard; until then one gets ready. */
  readonly open: boolean;
  readonly startedAt: number;
  /** Null where it lasts until somebody ends it. */
  readonly endsAt: number | null;
}

/** Whether this pupil may speak now, alone or with the class; null while others do or nobody does. */
export function turnOf(
  view: LessonState,
  seat: { readonly classroomId: string; readonly seatId: string },
): OwnTurn | null {
  const turn = turnOfRoom(view, seat.classroomId);
  if (!turn || (turn.seatId !== null && turn.seatId !== seat.seatId)) return null;
  const { turnId, listen, startedAt, endsAt, classroomId } = turn;
  // The own class speaks into the teacher's own microphone.
  const peer = view.classrooms[classroomId]?.own ? LEAD_PEER : classroomId;
  const open = microphoneOf(view, peer) !== null;
  const whose = turn.anyone ? 'anyone' : turn.seatId === null ? 'class' : 'pupil';
  return { whose, turnId, listen, open, startedAt, endsAt };
}
