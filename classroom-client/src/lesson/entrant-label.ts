import type { Entrant, Snapshot } from '@tongke/shared-types';
import type { Say } from '../i18n/i18n.ts';
import { seatLabel } from './seat-label.ts';

/** [NM1] Who pressed: a pupil, a group at its board, or the class whose first hand was tapped. */
export function entrantLabel(t: Say, lesson: Pick<Snapshot, 'view' | 'names'>, entrant: Entrant): string {
  if (entrant.kind === 'seat') return seatLabel(t, lesson, entrant);
  const classroom = lesson.view.classrooms[entrant.classroomId]?.name ?? '';
  return entrant.kind === 'zone' ? t('common.classGroup', { classroom, zone: entrant.zone }) : classroom;
}
