import type { Hand, SeatRef, Snapshot } from '@tongke/shared-types';
import type { Say } from '../i18n/i18n.ts';

type Of = Pick<Snapshot, 'view' | 'names'>;

/** [NM1] A pupil's name where this viewer may read it, else 三班 12号. */
export function seatLabel(t: Say, { view, names }: Of, { classroomId, seatId, number }: SeatRef): string {
  const classroom = view.classrooms[classroomId]?.name ?? '';
  return names[seatId] ?? t('common.classNumber', { classroom, number });
}

/** Who raised a hand or holds the floor: a pupil, or a class as a whole. */
export function handLabel(
  t: Say,
  lesson: Of,
  { classroomId, seatId, number }: Pick<Hand, 'classroomId' | 'seatId' | 'number'>,
): string {
  if (seatId !== null && number !== null) return seatLabel(t, lesson, { classroomId, seatId, number });
  return t('common.wholeClass', { classroom: lesson.view.classrooms[classroomId]?.name ?? '' });
}
