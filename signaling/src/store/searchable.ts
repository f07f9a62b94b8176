import type { NewQuestionBody } from '@tongke/shared-types';

/** A text by which it is found whatever its width and case: Ｆ and f, １ and 1. */
export function searchable(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Everything in a question that somebody may look for. */
export function wordsToFind({ prompt, task, explanation, points, subject }: NewQuestionBody): string {
  const said = [subject, ...points, prompt, explanation];
  if (task.kind === 'single' || task.kind === 'multiple') said.push(...task.choices.map(({ text }) => text));
  if (task.kind === 'order') said.push(...task.items.map(({ text }) => text));
  if (task.kind === 'text') said.push(...(task.correct ?? []));
  return searchable(said.join('\n'));
}
