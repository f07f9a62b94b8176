import { type Classroom, type LessonState, secondsFirst } from '@tongke/shared-types';

/** [LD3] [LD7] Whether this room leads in the lead teacher's place, or is offered to; null where neither. */
export function leadOffer(view: LessonState, room: Classroom, now: number): 'leads' | 'offered' | null {
  const { acting, leadMissed, phase } = view;
  if (phase !== 'live' || room.left) return null;
  if (acting) return acting.by === room.classroomId ? 'leads' : null;
  return leadMissed && !secondsFirst(view, now) ? 'offered' : null;
}
