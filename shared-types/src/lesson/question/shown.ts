import { z } from 'zod';
import { id } from '../../protocol/id.ts';
import { answer } from './answer.ts';

const right = z.boolean().nullable();

/** What the lead teacher shows to all of one pupil's answer, or of equal texts. Texts are masked. `right` is null before the reveal. */
export const shown = z.discriminatedUnion('by', [
  z.object({ by: z.literal('seat'), classroomId: id, seatId: id, number: z.int(), answer, right }),
  z.object({ by: z.literal('group'), label: z.string(), count: z.int(), right }),
]);
export type Shown = z.infer<typeof shown>;
