import { z } from 'zod';
import { id } from '../../protocol/id.ts';
import { event } from '../event-shape.ts';
import { INK_LIMITS } from './ink-limits.ts';
import { region } from './ink-schemas.ts';
import { INK_TOOLS } from './ink-tool.ts';

const sheet = z.string();

/** Ink on pages, papers and works. `by` is `lead` or a classroom, whose board it was. */
export const inkEvents = [
  event('ink.drawn', {
    sheet,
    by: id,
    strokeId: id,
    tool: z.enum(INK_TOOLS),
    colour: z.int(),
    width: z.int(),
    points: z.string(),
    text: z.string().nullable(),
  }),
  event('ink.erased', { sheet, by: id, strokes: z.array(z.string()).max(INK_LIMITS.erased) }),
  event('ink.cleared', { sheet, by: id }),
  event('ink.undone', { sheet, by: id }),
  event('pens.set', { classroomIds: z.array(id), sides: z.boolean() }),
  event('page.zoomed', { region: region.nullable() }),
] as const;
