import { z } from 'zod';
import { ITEM_KEYS } from './item-keys.ts';
import { QUESTION_LIMITS } from './limits.ts';
import { amount, choice, counted, hash } from './task.ts';

/** What a pupil typed, on one line; control characters and halves of characters are nothing that anybody types. */
const written = counted(QUESTION_LIMITS.answer).refine((said) => said !== '' && !/[\p{Cc}\p{Cs}]/u.test(said));

/** One answer to a task of the same kind. */
export const answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('single'), choice }),
  z.strictObject({ kind: z.literal('multiple'), choices: z.array(choice).min(1).max(4) }),
  z.strictObject({ kind: z.literal('true-false'), value: z.boolean() }),
  z.strictObject({ kind: z.literal('number'), value: amount }),
  z.strictObject({ kind: z.literal('text'), text: written }),
  /** The keys of all items, the first one first. */
  z.strictObject({ kind: z.literal('order'), keys: z.array(z.enum(ITEM_KEYS)).min(2).max(ITEM_KEYS.length) }),
  z.strictObject({ kind: z.literal('photo'), photo: hash }),
]);
export type Answer = z.infer<typeof answer>;
export type AnswerOf<K extends Answer['kind']> = Extract<Answer, { kind: K }>;
