import { REFUSALS } from '@tongke/shared-types';
import { z } from 'zod';

const text = z.string().max(50_000);

/** What is known of each page before it is drawn. */
const outline = z.object({ notes: text, animated: z.boolean() });
export type Outline = z.infer<typeof outline>;

/** What the converting process says, one JSON a line. It has read a stranger's file, so that nothing of it is taken on trust. */
export const childLine = z.discriminatedUnion('say', [
  z.object({ say: z.literal('refused'), reason: z.enum(REFUSALS) }),
  /** A package of an office program; `outline` has the pages that are shown, in their order. */
  z.object({ say: z.literal('office'), as: z.enum(['pptx', 'odp', 'ppt']), outline: z.array(outline).max(2_000) }),
  z.object({ say: z.literal('pages'), count: z.int().min(1).max(1_000_000) }),
  /** This page is drawn, as `PAGE-large.webp` and `PAGE-small.webp`; or it could not be. */
  z.object({ say: z.literal('page'), page: z.int().min(1), drawn: z.boolean(), text }),
]);
export type ChildLine = z.infer<typeof childLine>;
