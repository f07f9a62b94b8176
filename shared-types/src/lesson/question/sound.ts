import type { Answer } from './answer.ts';
import { keysOf } from './keys-of.ts';
import type { Task } from './task.ts';

/** [QZ1] True when every key stands once and the right answer, if there is one, is among what can be answered. */
export function isSound(task: Task): boolean {
  switch (task.kind) {
    case 'single':
      return distinct(keysOf(task)) && (task.correct === null || keysOf(task).includes(task.correct));
    case 'multiple':
      return distinct(keysOf(task)) && distinct(task.correct ?? []) && within(task.correct ?? [], keysOf(task));
    case 'order':
      return distinct(keysOf(task)) && (task.correct === null || sameKeys(task.correct, keysOf(task)));
    default:
      return true;
  }
}

/** True when the answer is one that this task can have. */
export function fits(task: Task, answer: Answer): boolean {
  if (task.kind === 'single') return answer.kind === 'single' && keysOf(task).includes(answer.choice);
  if (task.kind === 'multiple')
    return answer.kind === 'multiple' && distinct(answer.choices) && within(answer.choices, keysOf(task));
  if (task.kind === 'order') return answer.kind === 'order' && sameKeys(answer.keys, keysOf(task));
  return task.kind === answer.kind;
}

function distinct(keys: readonly string[]): boolean {
  return new Set(keys).size === keys.length;
}

function within(some: readonly string[], all: readonly string[]): boolean {
  return some.every((key) => all.includes(key));
}

function sameKeys(some: readonly string[], all: readonly string[]): boolean {
  return some.length === all.length && distinct(some) && within(some, all);
}
