import type { Task } from './task.ts';

/** The keys of what can be chosen or put in order; none for the other kinds. */
export function keysOf(task: Task): readonly string[] {
  if (task.kind === 'order') return task.items.map(({ key }) => key);
  return task.kind === 'single' || task.kind === 'multiple' ? task.choices.map(({ key }) => key) : [];
}
