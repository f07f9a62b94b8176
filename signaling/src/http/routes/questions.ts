import { BANK_LIMITS, type NewQuestionBody, type Refused, refuse } from '@tongke/shared-types';
import { bankCsv } from '../../bank/bank-csv.ts';
import { bankJson } from '../../bank/bank-json.ts';
import { readBank } from '../../bank/read-bank.ts';
import { templateCsv } from '../../bank/template.ts';
import type { CatalogueStores } from '../../store/catalogue-stores.ts';
import type { Handlers, Staff } from '../handlers.ts';
import type { HttpDeps } from '../http-deps.ts';
import { isRefused } from '../is-refused.ts';
import { own } from '../own.ts';
import { ownLesson } from '../own-lesson.ts';

type Routes =
  | 'GET /api/questions'
  | 'POST /api/questions'
  | 'PUT /api/questions/:id'
  | 'DELETE /api/questions/:id'
  | 'GET /api/questions/file/:id'
  | 'POST /api/questions/import'
  | 'GET /api/lessons/:id/questions'
  | 'PUT /api/lessons/:id/questions';

const CSV = 'text/csv; charset=utf-8';

/** [BK1] Routes for a teacher's bank of questions, which is for that account alone, and for what is prepared from it for a lesson. */
export function questionRoutes({ catalogue, now }: HttpDeps): Handlers<Routes> {
  return {
    'GET /api/questions': async ({ staff, body }) => catalogue.questions.search(staff.accountId, body),

    'POST /api/questions': async ({ staff, body }) =>
      catalogue.atomically(async (stores) => {
        const trouble = await pictureTrouble(stores, staff, body, now());
        if (trouble) return trouble;
        if ((await stores.questions.count(staff.accountId)) >= BANK_LIMITS.questions)
          return refuse('question/bank-full');
        return { question: await stores.questions.add(staff, body, now()) };
      }),

    'PUT /api/questions/:id': async ({ staff, id, body }) =>
      catalogue.atomically(async (stores) => {
        const former = await ownQuestion(stores, staff, id);
        if (isRefused(former)) return former;
        const trouble = await pictureTrouble(stores, staff, body, now());
        if (trouble) return trouble;
        await letGo(stores, staff, former.picture, now());
        return { question: await stores.questions.change(id, body) };
      }),

    'DELETE /api/questions/:id': async ({ staff, id }) =>
      catalogue.atomically(async (stores) => {
        const question = await ownQuestion(stores, staff, id);
        if (isRefused(question)) return question;
        await letGo(stores, staff, question.picture, now());
        await stores.questions.remove(id);
        return {};
      }),

    'GET /api/questions/file/:id': async ({ staff, id }) => {
      const language = id.endsWith('-en') ? 'en' : 'zh';
      const file = (text: string, type: string, name: string) => ({ file: Buffer.from(text), type, name });
      if (id === 'json') {
        const text = bankJson(await catalogue.questions.all(staff.accountId));
        return file(text, 'application/json; charset=utf-8', 'questions.json');
      }
      if (id === 'csv' || id === 'csv-en') {
        return file(bankCsv(await catalogue.questions.all(staff.accountId), language), CSV, 'questions.csv');
      }
      if (id === 'template' || id === 'template-en') return file(templateCsv(language), CSV, 'questions-template.csv');
      return refuse('not-found');
    },

    /** [BK5] All questions or none; those that are in the bank already, word for word, are not doubled. */
    'POST /api/questions/import': async ({ staff, body }) =>
      catalogue.atomically(async (stores) => {
        const { questions, pictures } = stores;
        const read = readBank(body);
        if (isRefused(read)) return read;
        const hashes = new Set(read.map(({ question: { picture } }) => picture).filter((hash) => hash !== null));
        const unknown = new Set<string>();
        for (const hash of hashes) if (!(await pictures.isOfSchool(hash, staff.schoolId))) unknown.add(hash);
        const broken = read
          .filter(({ question: { picture } }) => picture !== null && unknown.has(picture))
          .map(
            ({ row, question: { picture } }) =>
              ({ row, column: 'picture', code: 'picture', value: picture ?? '' }) as const,
          );
        if (broken.length > 0) return { ...refuse('question/rows'), broken };
        const all = await questions.all(staff.accountId);
        const known = new Set(all.map(({ questionId: _, ...question }) => sameAs(question)));
        const fresh = read
          .map(({ question }) => question)
          .filter((question) => {
            const key = sameAs(question);
            return !known.has(key) && known.add(key);
          });
        if (all.length + fresh.length > BANK_LIMITS.questions) return refuse('question/bank-full');
        for (const hash of hashes) await pictures.add(hash, staff, now());
        // A millisecond each keeps them in the order of the file.
        for (const [index, question] of fresh.entries()) await questions.add(staff, question, now() + index);
        return { added: fresh.length, known: read.length - fresh.length };
      }),

    'GET /api/lessons/:id/questions': async ({ staff, id }) => {
      const lesson = await ownLesson(catalogue, staff, id);
      return isRefused(lesson) ? lesson : { questions: await catalogue.lessonQuestions.ofLesson(id) };
    },

    'PUT /api/lessons/:id/questions': async ({ staff, id, body }) =>
      catalogue.atomically(async (stores) => {
        const lesson = await ownLesson(stores, staff, id);
        if (isRefused(lesson)) return lesson;
        for (const questionId of body.questionIds) {
          const question = await ownQuestion(stores, staff, questionId);
          if (isRefused(question)) return question;
        }
        await stores.lessonQuestions.replace(id, body.questionIds);
        return { questions: await stores.lessonQuestions.ofLesson(id) };
      }),
  };
}

/** [BK1] Right answers are their teacher's: colleagues and administrators neither read nor change them. */
async function ownQuestion({ questions }: CatalogueStores, staff: Staff, id: string) {
  const question = own(staff, await questions.byId(id));
  if (isRefused(question)) return question;
  return question.accountId === staff.accountId ? question : refuse('not-allowed');
}

/** A picture must have been brought by the own school; from now on it is this teacher's too. */
async function pictureTrouble(
  { pictures }: CatalogueStores,
  staff: Staff,
  { picture }: NewQuestionBody,
  now: number,
): Promise<Refused | null> {
  if (picture === null) return null;
  if (!(await pictures.isOfSchool(picture, staff.schoolId))) return refuse('question/picture-unknown');
  await pictures.add(picture, staff, now);
  return null;
}

/** [BL6] A lesson may still show the picture: its day begins now. */
async function letGo({ pictures }: CatalogueStores, staff: Staff, picture: string | null, now: number): Promise<void> {
  if (picture !== null) await pictures.add(picture, staff, now);
}

/** What makes two questions the same one. */
function sameAs({
  subject,
  grade,
  points,
  prompt,
  picture,
  task,
  explanation,
  readSeconds,
  seconds,
}: NewQuestionBody): string {
  return JSON.stringify([subject, grade, points, prompt, picture, canonical(task), explanation, readSeconds, seconds]);
}

/** The same whatever the order of its fields. */
function canonical(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return Array.isArray(value) ? value.map(canonical) : value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, canonical(inner)]);
}
