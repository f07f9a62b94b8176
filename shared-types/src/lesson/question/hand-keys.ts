import type { Answer } from './answer.ts';
import type { HandKey } from './hand-key.ts';
import { isRight } from './is-right.ts';
import { keysOf } from './keys-of.ts';
import type { Task } from './task.ts';

export type HandCounts = Readonly<Partial<Record<HandKey, number>>>;

/** The steppers for hands: one per choice, or for right and wrong where a raised hand cannot say the answer. */
export function handKeys(task: Task): readonly HandKey[] {
  if (task.kind === 'single') return keysOf(task) as readonly HandKey[];
  return task.kind === 'true-false' ? ['true', 'false'] : ['right', 'wrong'];
}

/** The stepper under which a child with this answer would have raised a hand; null when nobody can tell yet. */
export function handKeyOf(task: Task, answer: Answer): HandKey | null {
  if (answer.kind === 'single') return answer.choice;
  if (answer.kind === 'true-false') return answer.value ? 'true' : 'false';
  const right = isRight(task, answer);
  if (right === null) return null;
  return right ? 'right' : 'wrong';
}

/** How many of the counted hands were right; null where the task has no right answer. */
export function rightHands(task: Task, counts: HandCounts): number | null {
  if (task.correct === null) return null;
  if (task.kind === 'single') return counts[task.correct] ?? 0;
  if (task.kind === 'true-false') return counts[task.correct ? 'true' : 'false'] ?? 0;
  return counts.right ?? 0;
}

/** All hands that were counted. */
export function sumOfHands(counts: HandCounts | undefined): number {
  return Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0);
}
