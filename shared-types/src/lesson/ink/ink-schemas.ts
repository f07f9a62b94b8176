import { z } from 'zod';
import { INK_LIMITS } from './ink-limits.ts';
import { PAGE_HEIGHT, PAGE_WIDTH, unpackPoints } from './ink-points.ts';
import { INK_TOOLS } from './ink-tool.ts';
import { SMALLEST_REGION } from './region.ts';

/** What a screen says of ink, parsed at the door. Apart from the rules, which browsers run without the parser. */

/** Packed points: at least one. */
export const packedPoints = z
  .string()
  .min(3)
  .max(INK_LIMITS.packed)
  .refine((packed) => unpackPoints(packed) !== null);

/** The name of something that can be drawn on: a page of a deck, a paper, a work, or a classroom's half of one of the former. */
export const sheetName = z
  .string()
  .regex(/^(deck:[A-Za-z0-9_-]{1,64}:[1-9]\d{0,2}|(paper|work):[A-Za-z0-9_-]{1,64})(@[A-Za-z0-9_-]{1,64})?$/);

/** With what something is drawn. */
export const inkPen = {
  tool: z.enum(INK_TOOLS),
  colour: z
    .int()
    .min(0)
    .max(INK_LIMITS.colours - 1),
  width: z
    .int()
    .min(1)
    .max(PAGE_WIDTH / 10),
};

/** A part of a page that lies within it. */
export const region = z
  .strictObject({
    x: z.int().min(0),
    y: z.int().min(0).max(PAGE_HEIGHT),
    size: z.int().min(SMALLEST_REGION).max(PAGE_WIDTH),
  })
  .refine(({ x, size }) => x + size <= PAGE_WIDTH);
