import { z } from 'zod';
import { LEAD_WORDS, ROOM_WORDS } from '../lesson/words/teachers-word.ts';
import { id } from './id.ts';

/** Silent words between the two teachers: of the assistant, of the lead teacher to one classroom, and 知道了 of whom one is for. */
export const wordCommands = [
  /** `seatId` is for `call-on`: a pupil of the room. */
  z.strictObject({ type: z.literal('word.say'), word: z.enum(ROOM_WORDS), seatId: id.optional() }),
  z.strictObject({ type: z.literal('word.say-to'), classroomId: id, word: z.enum(LEAD_WORDS) }),
  z.strictObject({ type: z.literal('word.acknowledge'), wordId: id }),
] as const;
