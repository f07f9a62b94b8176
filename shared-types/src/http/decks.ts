import { z } from 'zod';
import { counted } from '../lesson/question/task.ts';
import { id } from '../protocol/id.ts';
import type { Refusal } from '../refusals.ts';
import { DECK_LIMITS } from './deck-limits.ts';
import type { QuestionItem } from './questions.ts';

const title = counted(DECK_LIMITS.title).refine((said) => said !== '' && !/[\p{Cc}\p{Cs}]/u.test(said));

/** A deck that is going to be uploaded: its title, and the bytes of each of its files (several only where all are pictures). */
export const newDeckBody = z.strictObject({
  title,
  files: z
    .array(z.int().min(1))
    .min(1)
    .max(DECK_LIMITS.pages)
    .refine((files) => files.reduce((sum, bytes) => sum + bytes, 0) <= DECK_LIMITS.bytes),
});
export type NewDeckBody = z.infer<typeof newDeckBody>;

/** Words that stand in a title or on a page; travels as the query. Without it every deck comes. */
export const deckQuery = z.strictObject({ text: z.string().max(100).optional() });
export type DeckQuery = z.infer<typeof deckQuery>;

export const deckPatch = z.strictObject({ title });
export type DeckPatch = z.infer<typeof deckPatch>;

/** Which questions of the own bank are pinned to a page, in their order. */
export const deckPinsBody = z.strictObject({
  page: z.int().min(1).max(DECK_LIMITS.pages),
  questionIds: z
    .array(id)
    .max(DECK_LIMITS.pins)
    .refine((ids) => new Set(ids).size === ids.length),
});
export type DeckPinsBody = z.infer<typeof deckPinsBody>;

/** `uploading` until the last byte is there, `waiting` for its turn, `converting`, then `ready` or `refused`. */
export type DeckStatus = 'uploading' | 'waiting' | 'converting' | 'ready' | 'refused';

export interface DeckItem {
  readonly deckId: string;
  readonly title: string;
  readonly status: DeckStatus;
  /** Bytes that are here, and bytes that there will be. */
  readonly received: number;
  readonly bytes: number;
  /** Pages that are done, and pages that there are; null while nobody knows. */
  readonly done: number;
  readonly pages: number | null;
  /** Why it was refused. */
  readonly problem: Refusal | null;
  /** The small picture of the first page. */
  readonly cover: string | null;
  /** Pages that could not be drawn. */
  readonly empty: readonly number[];
  /** Pages whose animations were lost. */
  readonly animated: readonly number[];
  /** Pages on which what was looked for stands. */
  readonly found: readonly number[];
  readonly createdAt: number;
}

/** A page: pictures by hash, null where it could not be drawn. */
export interface DeckPage {
  /** 1600 px wide at most, and 480. */
  readonly large: string | null;
  readonly small: string | null;
  /** Only for the teacher whose deck it is. */
  readonly own?: {
    readonly text: string;
    readonly notes: string;
    readonly animated: boolean;
    /** Those of the own bank that are pinned to it. */
    readonly questions: readonly QuestionItem[];
  };
}
