import { z } from 'zod';
import { id } from '../../protocol/id.ts';
import { event, time } from '../event-shape.ts';

/** Who leads in the lead teacher's place: a classroom or a second teacher, from when to when, and whether anybody is there. */
export const actingEvents = [
  event('acting.began', { by: id, at: time }),
  event('acting.came', { at: time }),
  event('acting.went', { at: time, cause: z.string() }),
  event('acting.ended', { at: time, cause: z.enum(['lead', 'link', 'room', 'second']) }),
] as const;
