import type { LessonState } from '@tongke/shared-types';
import type { Say } from '../../i18n/i18n.ts';

/** So many classrooms are named, the others are counted. */
const NAMED = 6;

/** [BZ10] Who has won how often in this lesson, and how many classrooms not yet. */
export function fairnessWords(t: Say, { classrooms, wins }: Pick<LessonState, 'classrooms' | 'wins'>): string {
  const rooms = Object.values(classrooms).map(({ classroomId, name }) => ({ name, count: wins[classroomId] ?? 0 }));
  const won = rooms.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  const none = rooms.filter(({ count }) => count === 0);
  const few = none.length + won.length <= NAMED ? none : [];
  const named = [...won.slice(0, NAMED), ...few].map(({ name, count }) => `${name} ${count}`);
  const more = won.length > NAMED ? t('teach.winsMore', { count: won.length - NAMED }) : '';
  const rest = none.length > 0 && few.length === 0 ? t('teach.winsNone', { count: none.length }) : '';
  return t('teach.wins', { rooms: named.join(t('common.listComma')) }) + more + rest;
}
