import { z } from 'zod';
import { INK_LIMITS } from '../lesson/ink/ink-limits.ts';
import { inkPen, packedPoints, region, sheetName } from '../lesson/ink/ink-schemas.ts';
import { hash } from '../lesson/question/task.ts';
import { id } from './id.ts';

/** Those that a board has which holds the pen. */
export const boardInkCommands = [
  z.strictObject({
    type: z.literal('ink.draw'),
    sheet: sheetName,
    /** Made once by the person who draws. */
    strokeId: id,
    ...inkPen,
    points: packedPoints,
    /** Of the tool `text`. */
    text: z.string().trim().min(1).max(INK_LIMITS.text).nullable(),
  }),
  z.strictObject({
    type: z.literal('ink.erase'),
    sheet: sheetName,
    strokes: z.array(z.string().max(130)).min(1).max(INK_LIMITS.erased),
  }),
  z.strictObject({ type: z.literal('ink.undo'), sheet: sheetName }),
] as const;

/** Ink of the lead teacher and of boards that have the pen; pens, zoom and papers of the lead teacher. */
export const inkCommands = [
  ...boardInkCommands,
  z.strictObject({ type: z.literal('ink.clear'), sheet: sheetName }),
  z.strictObject({ type: z.literal('pens.set'), classroomIds: z.array(id).max(50), sides: z.boolean() }),
  z.strictObject({ type: z.literal('page.zoom'), region: region.nullable() }),
  /** Null for a blank one; else the hash of a picture that was brought with `POST /api/blobs`. */
  z.strictObject({ type: z.literal('paper.add'), photo: hash.nullable() }),
  z.strictObject({ type: z.literal('paper.show'), paperId: id.nullable() }),
] as const;
