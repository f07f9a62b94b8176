import type { Answer } from './answer.ts';
import { plainText } from './plain-text.ts';
import type { Task } from './task.ts';

/** Sums of decimals miss each other by less than this share: 0.1 + 0.2 is 0.3. */
const ROUNDING = 1e-9;

/** Whether the answer is right; null where the task has no right answer. An answer of another kind is wrong. */
export function isRight(task: Task, answer: Answer): boolean | null {
  if (task.correct === null) return null;
  switch (task.kind) {
    case 'single':
      return answer.kind === 'single' && answer.choice === task.correct;
    case 'multiple':
      return answer.kind === 'multiple' && sameSet(answer.choices, task.correct);
    case 'true-false':
      return answer.kind === 'true-false' && answer.value === task.correct;
    case 'number': {
      const { value, tolerance } = task.correct;
      const slack = ROUNDING * Math.max(1, Math.abs(value));
      return answer.kind === 'number' && Math.abs(answer.value - value) <= tolerance + slack;
    }
    case 'text': {
      if (answer.kind !== 'text') return false;
      const said = plainText(answer.text);
      return task.correct.some((accepted) => plainText(accepted) === said);
    }
    case 'order':
      return answer.kind === 'order' && answer.keys.join() === task.correct.join();
  }
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return new Set(a).size === new Set(b).size && a.every((key) => b.includes(key));
}
