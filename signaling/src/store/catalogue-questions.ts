import { BANK_LIMITS, type NewQuestionBody, type QuestionItem, type QuestionPage } from '@tongke/shared-types';
import { newId } from '../guard/secrets.ts';
import type { CatalogueDb } from './catalogue-tables.ts';
import { QUESTION_COLUMNS, questionsOf } from './question-rows.ts';
import { searchable, wordsToFind } from './searchable.ts';

export interface Owner {
  readonly accountId: string;
  readonly schoolId: string;
}

export interface Search {
  readonly subject?: string | undefined;
  readonly grade?: number | undefined;
  readonly point?: string | undefined;
  readonly text?: string | undefined;
  readonly page?: number | undefined;
}

/** [BK1] Each teacher's bank of questions. */
export function catalogueQuestions(db: CatalogueDb) {
  const ofAccount = (accountId: string) => db.selectFrom('questions').where('accountId', '=', accountId);

  async function add(owner: Owner, question: NewQuestionBody, now: number): Promise<QuestionItem> {
    const questionId = newId();
    const { accountId, schoolId } = owner;
    await db
      .insertInto('questions')
      .values({ questionId, accountId, schoolId, ...toRow(question), createdAt: now })
      .execute();
    await setPoints(questionId, question.points);
    return { questionId, ...question };
  }

  async function setPoints(questionId: string, points: readonly string[]): Promise<void> {
    await db.deleteFrom('questionPoints').where('questionId', '=', questionId).execute();
    if (points.length === 0) return;
    await db
      .insertInto('questionPoints')
      .values(points.map((point, position) => ({ questionId, position, point })))
      .execute();
  }

  return {
    add,

    async count(accountId: string): Promise<number> {
      const { count } = await ofAccount(accountId)
        .select((select) => select.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return count;
    },

    /** The whole bank, the oldest first: as it leaves in a file. */
    async all(accountId: string): Promise<QuestionItem[]> {
      const rows = await ofAccount(accountId)
        .select(QUESTION_COLUMNS)
        .orderBy('createdAt')
        .orderBy('questionId')
        .execute();
      return questionsOf(db, rows);
    },

    /** One page, the newest first. */
    async search(accountId: string, { subject, grade, point, text, page = 1 }: Search): Promise<QuestionPage> {
      let found = ofAccount(accountId);
      if (subject !== undefined) found = found.where('subject', '=', subject);
      if (grade !== undefined) found = found.where('grade', '=', grade);
      if (point !== undefined) {
        found = found.where('questionId', 'in', (where) =>
          where.selectFrom('questionPoints').select('questionId').where('point', '=', point),
        );
      }
      for (const word of searchable(text ?? '')
        .split(/\s+/)
        .filter(Boolean)) {
        found = found.where((where) => where.eb(where.fn<number>('instr', ['words', where.val(word)]), '>', 0));
      }
      const { total } = await found
        .select((select) => select.fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      const rows = await found
        .select(QUESTION_COLUMNS)
        .orderBy('createdAt', 'desc')
        .orderBy('questionId')
        .limit(BANK_LIMITS.page)
        .offset((page - 1) * BANK_LIMITS.page)
        .execute();
      const questions = await questionsOf(db, rows);
      return {
        questions,
        total,
        pages: Math.max(1, Math.ceil(total / BANK_LIMITS.page)),
        ...(await facets(accountId)),
      };
    },

    async byId(questionId: string): Promise<(Owner & { readonly picture: string | null }) | null> {
      const row = await db
        .selectFrom('questions')
        .select(['accountId', 'schoolId', 'picture'])
        .where('questionId', '=', questionId)
        .executeTakeFirst();
      return row ?? null;
    },

    /** Those of these that are in this account's bank. */
    async named(accountId: string, questionIds: readonly string[]): Promise<QuestionItem[]> {
      if (questionIds.length === 0) return [];
      return questionsOf(
        db,
        await ofAccount(accountId).select(QUESTION_COLUMNS).where('questionId', 'in', questionIds).execute(),
      );
    },

    async change(questionId: string, question: NewQuestionBody): Promise<QuestionItem> {
      await db.updateTable('questions').set(toRow(question)).where('questionId', '=', questionId).execute();
      await setPoints(questionId, question.points);
      return { questionId, ...question };
    },

    async remove(questionId: string): Promise<void> {
      await db.deleteFrom('questions').where('questionId', '=', questionId).execute();
    },
  };

  async function facets(accountId: string): Promise<Pick<QuestionPage, 'subjects' | 'grades' | 'points'>> {
    const subjects = await ofAccount(accountId)
      .select('subject')
      .distinct()
      .where('subject', '!=', '')
      .orderBy('subject')
      .execute();
    const grades = await ofAccount(accountId)
      .select('grade')
      .distinct()
      .where('grade', 'is not', null)
      .orderBy('grade')
      .execute();
    const points = await db
      .selectFrom('questionPoints')
      .innerJoin('questions', 'questions.questionId', 'questionPoints.questionId')
      .select('point')
      .distinct()
      .where('accountId', '=', accountId)
      .orderBy('point')
      .execute();
    return {
      subjects: subjects.map(({ subject }) => subject),
      grades: grades.flatMap(({ grade }) => grade ?? []),
      points: points.map(({ point }) => point),
    };
  }
}

function toRow(question: NewQuestionBody) {
  const { points: _, task, ...rest } = question;
  return { ...rest, task: JSON.stringify(task), words: wordsToFind(question) };
}
