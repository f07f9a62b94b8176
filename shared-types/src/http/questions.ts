import { z } from 'zod';
import { ITEM_KEYS } from '../lesson/question/item-keys.ts';
import { isSound } from '../lesson/question/sound.ts';
import { counted, explanation, hash, prompt, type Task, task } from '../lesson/question/task.ts';
import { id } from '../protocol/id.ts';
import { BANK_LIMITS } from './bank-limits.ts';

/** Control characters and halves of characters: nothing that a question needs, and no file would bring them back. */
const STRANGE = /[\p{Cc}\p{Cs}]/u;
const onOneLine = (said: string) => !STRANGE.test(said);
/** Line ends of every system are one. */
const tidyLines = (said: string) => said.replace(/\r\n?/g, '\n').trim();
const onLines = (said: string) => !STRANGE.test(said.replaceAll('\n', ''));

/** A knowledge point; `;` stands between two of them in files. */
const point = counted(BANK_LIMITS.point).refine((said) => said !== '' && onOneLine(said) && !/[;；]/.test(said));

/** [BK2] A question as a teacher keeps it: what `question.open` carries into a lesson, and by what it is found again. */
export const newQuestionBody = z
  .strictObject({
    subject: counted(BANK_LIMITS.subject).refine(onOneLine),
    grade: z.int().min(1).max(BANK_LIMITS.grade).nullable(),
    points: z
      .array(point)
      .max(BANK_LIMITS.points)
      .refine((points) => new Set(points).size === points.length),
    prompt: z.string().overwrite(tidyLines).pipe(prompt).refine(onLines),
    picture: hash.nullable(),
    task: task
      .refine(isSound)
      .refine((asked) => wordsOf(asked).every(onOneLine))
      .overwrite(inRightOrder),
    explanation: z.string().overwrite(tidyLines).pipe(explanation).refine(onLines),
    /** How long it is read before answers are taken, and how long they are taken, in seconds. */
    readSeconds: z.int().min(0).max(60),
    seconds: z.int().min(5).max(600),
  })
  .refine((question) => question.prompt !== '' || question.picture !== null, { path: ['prompt'] });
export type NewQuestionBody = z.infer<typeof newQuestionBody>;

export interface QuestionItem extends NewQuestionBody {
  readonly questionId: string;
}

/** Everything that a task says in words. */
function wordsOf(asked: Task): readonly string[] {
  switch (asked.kind) {
    case 'single':
    case 'multiple':
      return asked.choices.map(({ text }) => text);
    case 'order':
      return asked.items.map(({ text }) => text);
    case 'text':
      return asked.correct ?? [];
    case 'number':
      return [asked.unit];
    default:
      return [];
  }
}

/** Things to be put in order are kept in their right order, with the keys A, B, C…: a lesson shuffles them anew each time. */
function inRightOrder<T extends Task>(asked: T): T {
  if (asked.kind !== 'order') return asked;
  const { items, correct } = asked;
  const order = correct ?? items.map(({ key }) => key);
  const keys = items.map((_, place) => ITEM_KEYS[place] as (typeof order)[number]);
  const sorted = order.map((key, place) => ({ key: keys[place], text: items.find((item) => item.key === key)?.text }));
  return { ...asked, items: sorted, correct: correct && keys };
}

/** A number, or how it stands in a query. */
const whole = (most: number) =>
  z
    .union([
      z.int(),
      z
        .string()
        .regex(/^\d{1,4}$/)
        .transform(Number),
    ])
    .pipe(z.int().min(1).max(most));

/** What is looked for in the bank; travels as the query. Without a field everything is. */
export const questionQuery = z.strictObject({
  subject: z.string().max(BANK_LIMITS.subject).optional(),
  grade: whole(BANK_LIMITS.grade).optional(),
  point: z.string().max(BANK_LIMITS.point).optional(),
  /** Words that stand anywhere in the question. */
  text: z.string().max(100).optional(),
  page: whole(1_000).optional(),
});
export type QuestionQuery = z.input<typeof questionQuery>;

/** One page of the bank, the newest first, with what it can be narrowed down by. */
export interface QuestionPage {
  readonly questions: readonly QuestionItem[];
  /** How many there are on all pages. */
  readonly total: number;
  readonly pages: number;
  readonly subjects: readonly string[];
  readonly grades: readonly number[];
  readonly points: readonly string[];
}

/** A lesson's own questions in their order. */
export const lessonQuestionsBody = z.strictObject({
  questionIds: z
    .array(id)
    .max(BANK_LIMITS.lesson)
    .refine((ids) => new Set(ids).size === ids.length),
});
export type LessonQuestionsBody = z.infer<typeof lessonQuestionsBody>;
