import type { RoomTally, Task } from '@tongke/shared-types';
import type { Say } from '../../i18n/i18n.ts';

/** One bar of a distribution. */
export interface ResultBar {
  readonly key: string;
  /** What stands beside it, with formulas: the choice, true or false, a place in the order. */
  readonly words: string;
  readonly count: number;
  /** Null while there is no right answer, and where each bar counts right ones. */
  readonly right: boolean | null;
}

/** The bars of a task that is counted one by one: choices, true and false, places; none for the other kinds. */
export function resultBars(t: Say, task: Task, { counts }: RoomTally): readonly ResultBar[] {
  const bar = (key: string, words: string, right: boolean | null): ResultBar => ({
    key,
    words,
    count: counts[key] ?? 0,
    right,
  });
  switch (task.kind) {
    case 'single':
      return task.choices.map(({ key, text }) => bar(key, text, task.correct === null ? null : task.correct === key));
    case 'multiple':
      return task.choices.map(({ key, text }) => bar(key, text, task.correct?.includes(key) ?? null));
    case 'true-false':
      return [true, false].map((value) =>
        bar(
          String(value),
          t(value ? 'teach.isTrue' : 'teach.isFalse'),
          task.correct === null ? null : task.correct === value,
        ),
      );
    case 'order':
      return (task.correct ?? []).map((key, place) =>
        bar(String(place + 1), task.items.find((item) => item.key === key)?.text ?? '', null),
      );
    default:
      return [];
  }
}
