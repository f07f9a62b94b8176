import { z } from 'zod';
import { DECK_LIMITS } from '../../http/deck-limits.ts';

/** How far a board is with its pack, as it says so itself. */
export const packState = z.strictObject({
  /** Pages that it holds, and pages that there are. */
  done: z.int().min(0).max(DECK_LIMITS.pages),
  pages: z.int().min(0).max(DECK_LIMITS.pages),
  /** Questions that it knows. */
  questions: z.int().min(0).max(2_000),
  /** Of the whole pack. */
  bytes: z.int().min(0).max(1e9),
  /** Everything is there: pages, pictures of questions, questions, and the page that shows them. */
  ready: z.boolean(),
});
export type PackState = z.infer<typeof packState>;
