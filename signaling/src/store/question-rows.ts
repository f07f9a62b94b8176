import { type QuestionItem, task } from '@tongke/shared-types';
import type { CatalogueDb } from './catalogue-tables.ts';

/** What a question is read from. */
export const QUESTION_COLUMNS = [
  'questions.questionId',
  'subject',
  'grade',
  'prompt',
  'picture',
  'task',
  'explanation',
  'readSeconds',
  'seconds',
] as const;

type Row = Omit<QuestionItem, 'task' | 'points'> & { readonly task: string };

/** Rows as questions, each with its knowledge points. */
export async function questionsOf(db: CatalogueDb, rows: readonly Row[]): Promise<QuestionItem[]> {
  if (rows.length === 0) return [];
  const found = new Map<string, string[]>();
  for (let from = 0; from < rows.length; from += 500) {
    const ids = rows.slice(from, from + 500).map(({ questionId }) => questionId);
    const points = await db
      .selectFrom('questionPoints')
      .select(['questionId', 'point'])
      .where('questionId', 'in', ids)
      .orderBy('position')
      .execute();
    for (const { questionId, point } of points) found.set(questionId, [...(found.get(questionId) ?? []), point]);
  }
  return rows.map((row) => ({
    ...row,
    points: found.get(row.questionId) ?? [],
    task: task.parse(JSON.parse(row.task)),
  }));
}
