import type { Classroom, LessonState } from '@tongke/shared-types';

/** [LD3] Whether this room leads in the lead teacher's place, or is offered to; null where neither. */
export function leadOffer({ acting, leadMissed, phase }: LessonState, room: Classroom): 'leads' | 'offered' | null {
  if (phase !== 'live' || room.left) return null;
  if (acting) return acting.classroomId === room.classroomId ? 'leads' : null;
  return leadMissed ? 'offered' : null;
}
