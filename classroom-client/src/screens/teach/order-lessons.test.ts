import type { LessonItem } from '@tongke/shared-types';
import { expect, test } from 'vitest';
import { orderLessons } from './order-lessons.ts';

const NOON = new Date(2026, 8, 1, 12).getTime();
const HOUR = 3_600_000;

function lesson(lessonId: string, hours: number, more: Partial<LessonItem> = {}): LessonItem {
  return {
    lessonId,
    schoolId: 's',
    schoolName: '',
    title: lessonId,
    lead: { accountId: 'a', name: '' },
    plannedAt: NOON + hours * HOUR,
    startedAt: null,
    endedAt: null,
    status: 'planned',
    classrooms: [],
    mine: true,
    second: false,
    mayDelete: true,
    ...more,
  };
}

test('today in the order of the day, the running one first; then other days; what was taught last', () => {
  const { today, others, past } = orderLessons(
    [
      lesson('tomorrow', 24),
      lesson('afternoon', 2),
      lesson('morning', -3),
      lesson('running', -26, { status: 'live' }),
      lesson('last week', -160, { status: 'ended' }),
      lesson('a colleague’s', 1, { mine: false }),
    ],
    NOON,
  );
  const ids = (lessons: readonly LessonItem[]) => lessons.map(({ lessonId }) => lessonId);
  expect([ids(today), ids(others), ids(past)]).toEqual([
    ['running', 'morning', 'afternoon'],
    ['tomorrow'],
    ['last week'],
  ]);
});
