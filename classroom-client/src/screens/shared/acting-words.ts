import type { LessonState } from '@tongke/shared-types';
import type { Say } from '../../i18n/i18n.ts';

/** [LD2] Who leads in the lead teacher's place, in words; null where nobody does. Names of teachers are in no lesson. */
export function actingWords(t: Say, { acting, classrooms }: Pick<LessonState, 'acting' | 'classrooms'>): string | null {
  if (!acting) return null;
  const classroom = classrooms[acting.by]?.name;
  return classroom === undefined ? t('leading.nowSecond') : t('leading.now', { classroom });
}
