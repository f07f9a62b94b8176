import type { Actor } from '../../roles.ts';
import type { LessonState } from '../state.ts';

/** The lead teacher of a lesson, in whose place somebody acts. */
export function leadOf({ leadId, schoolId }: LessonState): Extract<Actor, { role: 'lead' }> {
  return { role: 'lead', staffId: leadId, schoolId };
}
