import { isSound } from './sound.ts';
import { type Correct, task as schema, type Task } from './task.ts';

/** The task with this right answer, or null when it cannot be the right answer of such a task. */
export function withCorrect(task: Task, correct: Correct): Task | null {
  const marked = schema.safeParse({ ...task, correct });
  return marked.success && isSound(marked.data) ? marked.data : null;
}
