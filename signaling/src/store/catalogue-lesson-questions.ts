import type { QuestionItem } from '@tongke/shared-types';
import type { CatalogueDb } from './catalogue-tables.ts';
import { QUESTION_COLUMNS, questionsOf } from './question-rows.ts';

/** [BK4] Which questions of its lead teacher's bank were prepared for a lesson, in their order. */
export function catalogueLessonQuestions(db: CatalogueDb) {
  return {
    async ofLesson(lessonId: string): Promise<QuestionItem[]> {
      const rows = await db
        .selectFrom('lessonQuestions')
        .innerJoin('questions', 'questions.questionId', 'lessonQuestions.questionId')
        .select(QUESTION_COLUMNS)
        .where('lessonId', '=', lessonId)
        .orderBy('position')
        .execute();
      return questionsOf(db, rows);
    },

    /** Call it inside a transaction. */
    async replace(lessonId: string, questionIds: readonly string[]): Promise<void> {
      await db.deleteFrom('lessonQuestions').where('lessonId', '=', lessonId).execute();
      if (questionIds.length === 0) return;
      await db
        .insertInto('lessonQuestions')
        .values(questionIds.map((questionId, position) => ({ lessonId, questionId, position })))
        .execute();
    },
  };
}
