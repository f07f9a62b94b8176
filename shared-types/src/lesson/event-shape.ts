import { z } from 'zod';
import { id } from '../protocol/id.ts';

export const time = z.number().int().nonnegative();
/** A pupil in an event: never a name. */
export const seatRef = { classroomId: id, seatId: id, number: z.int() };

export const event = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape });
