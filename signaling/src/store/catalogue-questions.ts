import { CHOICES, type NewQuestionBody, type QuestionItem } from '@tongke/shared-types';
import { newId } from '../guard/secrets.ts';
import type { CatalogueDb } from './catalogue-tables.ts';

/** Prepared questions, a teacher's own. */
export function catalogueQuestions(db: CatalogueDb) {
  return {
    async add(
      owner: { readonly accountId: string; readonly schoolId: string },
      question: NewQuestionBody,
      now: number,
    ): Promise<QuestionItem> {
      const questionId = newId();
      const { prompt, choices, correct, seconds } = question;
      await db
        .insertInto('questions')
        .values({
          questionId,
          accountId: owner.accountId,
          schoolId: owner.schoolId,
          prompt,
          choices: JSON.stringify(choices),
          correct,
          seconds,
          picture: null,
          createdAt: now,
        })
        .execute();
      return { questionId, prompt, choices, correct, seconds };
    },

    /** In the order in which they were written. */
    async ofAccount(accountId: string): Promise<QuestionItem[]> {
      const rows = await db
        .selectFrom('questions')
        .select(['questionId', 'prompt', 'choices', 'correct', 'seconds'])
        .where('accountId', '=', accountId)
        .orderBy('createdAt')
        .execute();
      return rows.map((row) => ({
        ...row,
        choices: JSON.parse(row.choices),
        correct: CHOICES.find((choice) => choice === row.correct) ?? null,
      }));
    },

    async ownerOf(questionId: string): Promise<{ accountId: string; schoolId: string } | null> {
      return (
        (await db
          .selectFrom('questions')
          .select(['accountId', 'schoolId'])
          .where('questionId', '=', questionId)
          .executeTakeFirst()) ?? null
      );
    },

    async remove(questionId: string): Promise<void> {
      await db.deleteFrom('questions').where('questionId', '=', questionId).execute();
    },
  };
}
