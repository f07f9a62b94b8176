import { z } from 'zod';
import { id } from '../../protocol/id.ts';
import { event, time } from '../event-shape.ts';

/** Second teachers by their accounts; names live in the catalogue. */
export const secondEvents = [
  event('second.added', { staffId: id }),
  event('second.removed', { staffId: id }),
  event('second.came', { staffId: id, at: time }),
  event('second.went', { staffId: id, at: time, cause: z.string() }),
] as const;
