import { z } from 'zod';
import { HAND_REASONS } from '../lesson/hands/hand-reason.ts';
import { id } from './id.ts';

/** [FL4] [FL5] Up by whoever raises it, down by that one, the room or the lead teacher, who also lowers all. */
export const handCommands = [
  /** Without a reason the hand keeps the one it has. A board's or a phone's is the hand of the class. */
  z.strictObject({ type: z.literal('hand.raise'), reason: z.enum(HAND_REASONS).optional() }),
  z.strictObject({ type: z.literal('hand.lower'), classroomId: id.optional(), seatId: id.nullable().optional() }),
  z.strictObject({ type: z.literal('hands.clear') }),
] as const;
