import { ITEM_KEYS, type ItemKey } from './item-keys.ts';
import type { Task } from './task.ts';

/**
 * The task as pupils may see it: things to be put in order are drawn by lot (Fisher–Yates) and get their keys by the place at
 * which they are shown, so that neither tells the right order. They never happen to stand in it. `random` gives 0 ≤ x < 1.
 */
export function shuffled(task: Task, random: () => number): Task {
  if (task.kind !== 'order' || task.correct === null) return task;
  const { items, correct } = task;
  const shown = [...items];
  for (let last = shown.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [shown[last], shown[other]] = [shown[other] as (typeof items)[number], shown[last] as (typeof items)[number]];
  }
  // One place further is another order, whatever the lot was.
  if (shown.every(({ key }, place) => key === correct[place])) shown.push(...shown.splice(0, 1));
  const keyAt = new Map(shown.map(({ key }, place) => [key, ITEM_KEYS[place] as ItemKey]));
  return {
    ...task,
    items: shown.map(({ key, text }) => ({ key: keyAt.get(key) as ItemKey, text })),
    correct: correct.map((key) => keyAt.get(key) as ItemKey),
  };
}
