import { z } from 'zod';
import { CHOICES } from '../choices.ts';
import { ITEM_KEYS } from './item-keys.ts';
import { countCharacters, QUESTION_LIMITS } from './limits.ts';

/** Text within [QZ8], counted in characters. */
export const counted = (max: number) =>
  z
    .string()
    .trim()
    .refine((said) => countCharacters(said) <= max);

export const choice = z.enum(CHOICES);
const item = z.enum(ITEM_KEYS);
const text = counted(QUESTION_LIMITS.choice);
/** SHA-256 of a picture or photo, in hex: the bytes travel over HTTP. */
export const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** Larger numbers are no answer of a school lesson, and would lose digits. */
export const amount = z.number().min(-1e12).max(1e12);

export const prompt = counted(QUESTION_LIMITS.prompt);
export const explanation = counted(QUESTION_LIMITS.explanation);
export const choices = z
  .array(z.strictObject({ key: choice, text }))
  .min(2)
  .max(4);

/** What is asked, without its words around it. `correct` is null where there is no right answer, or the viewer may not know it yet. */
export const task = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('single'), choices, correct: choice.nullable() }),
  z.strictObject({ kind: z.literal('multiple'), choices, correct: z.array(choice).min(1).max(4).nullable() }),
  z.strictObject({ kind: z.literal('true-false'), correct: z.boolean().nullable() }),
  /** Right from `value` − `tolerance` to `value` + `tolerance`. The unit is shown beside the field and not typed. */
  z.strictObject({
    kind: z.literal('number'),
    unit: counted(QUESTION_LIMITS.unit),
    correct: z.strictObject({ value: amount, tolerance: amount.nonnegative() }).nullable(),
  }),
  /** Every accepted wording; width, case, blanks and punctuation do not matter. */
  z.strictObject({
    kind: z.literal('text'),
    correct: z
      .array(text.refine((said) => said !== ''))
      .min(1)
      .max(QUESTION_LIMITS.accepted)
      .nullable(),
  }),
  /** The items as they are shown, and their keys in the right order. */
  z.strictObject({
    kind: z.literal('order'),
    items: z
      .array(z.strictObject({ key: item, text }))
      .min(2)
      .max(ITEM_KEYS.length),
    correct: z.array(item).min(2).max(ITEM_KEYS.length).nullable(),
  }),
  z.strictObject({ kind: z.literal('photo'), correct: z.null() }),
]);
export type Task = z.infer<typeof task>;
export type TaskKind = Task['kind'];
export type TaskOf<K extends TaskKind> = Extract<Task, { kind: K }>;

/** A right answer by itself, of any kind of task. */
export const correct = z.union([
  z.null(),
  choice,
  z.boolean(),
  z.strictObject({ value: amount, tolerance: amount.nonnegative() }),
  z.array(text).max(QUESTION_LIMITS.accepted),
]);
export type Correct = z.infer<typeof correct>;
