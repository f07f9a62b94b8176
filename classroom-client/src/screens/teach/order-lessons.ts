import type { LessonItem } from '@tongke/shared-types';

/** A teacher's own lessons and those followed as second teacher: what may be taught, today's first in the order of the day, and what has been. */
export interface OrderedLessons {
  readonly today: readonly LessonItem[];
  readonly others: readonly LessonItem[];
  readonly past: readonly LessonItem[];
}

/** Sorts the timetable for the one who asks; a lesson that is live counts as today's. */
export function orderLessons(lessons: readonly LessonItem[], now: number): OrderedLessons {
  const mine = lessons.filter(({ mine, second }) => mine || second).sort((a, b) => a.plannedAt - b.plannedAt);
  const open = mine.filter(({ status }) => status !== 'ended');
  const day = new Date(now).toDateString();
  const isToday = ({ plannedAt, status }: LessonItem) =>
    status === 'live' || new Date(plannedAt).toDateString() === day;
  return {
    today: open.filter(isToday).sort((a, b) => Number(b.status === 'live') - Number(a.status === 'live')),
    others: open.filter((lesson) => !isToday(lesson)),
    past: mine.filter(({ status }) => status === 'ended').reverse(),
  };
}
