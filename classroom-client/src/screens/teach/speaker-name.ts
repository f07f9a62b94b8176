import type { Hand, Snapshot } from '@tongke/shared-types';
import type { Say } from '../../i18n/i18n.ts';
import { handLabel } from '../../lesson/seat-label.ts';

/** 小明(三班): the lead teacher needs the classroom beside the name; a class as a whole names it already. */
export function speakerName(
  t: Say,
  lesson: Pick<Snapshot, 'view' | 'names'>,
  who: Pick<Hand, 'classroomId' | 'seatId' | 'number'>,
): string {
  const label = handLabel(t, lesson, who);
  const named = who.seatId !== null && lesson.names[who.seatId] !== undefined;
  const classroom = lesson.view.classrooms[who.classroomId]?.name ?? '';
  return named ? t('teach.nameInRoom', { name: label, classroom }) : label;
}
