import type { Entrant, Snapshot } from '@tongke/shared-types';
import type { Say } from '../i18n/i18n.ts';
import { handLabel, seatLabel } from './seat-label.ts';

/** [NM1] Who pressed: a pupil, or the class as a whole for its board and for a hand. */
export function entrantLabel(t: Say, lesson: Pick<Snapshot, 'view' | 'names'>, entrant: Entrant): string {
  if (entrant.kind === 'seat') return seatLabel(t, lesson, entrant);
  return handLabel(t, lesson, { classroomId: entrant.classroomId, seatId: null, number: null });
}
