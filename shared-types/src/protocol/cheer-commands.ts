import { z } from 'zod';
import { PRAISES } from '../lesson/cheer/praise.ts';
import { id } from './id.ts';

/** The lead teacher praises a pupil; a classroom claps, by its board or its assistant's phone. */
export const cheerCommands = [
  z.strictObject({ type: z.literal('praise.give'), classroomId: id, seatId: id, word: z.enum(PRAISES) }),
  z.strictObject({ type: z.literal('applause.give') }),
] as const;
