import type { QuestionRound } from './round.ts';
import type { Task } from './task.ts';

/** The question as tablets have it that show keys alone: nothing to read; the words are on the board. */
export function keysOnly<T extends Pick<QuestionRound, 'task' | 'prompt' | 'picture'>>(question: T): T {
  return { ...question, prompt: '', picture: null, task: withoutWords(question.task) };
}

function withoutWords(task: Task): Task {
  if (task.kind === 'order') return { ...task, items: task.items.map(({ key }) => ({ key, text: '' })) };
  if (task.kind !== 'single' && task.kind !== 'multiple') return task;
  return { ...task, choices: task.choices.map(({ key }) => ({ key, text: '' })) };
}
