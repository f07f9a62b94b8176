import { z } from 'zod';
import { id } from './id.ts';

/** Null for a turn that lasts until somebody ends it. */
const seconds = z.int().min(5).max(600).nullable();

/** What is asked about the floor. */
export const floorCommands = [
  /** The lead teacher lets one classroom speak, or one pupil of it; `anyone` of a class; for `listen` the teacher alone hears it. */
  z.strictObject({
    type: z.literal('turn.give'),
    classroomId: id,
    seatId: id.nullable(),
    seconds,
    anyone: z.boolean().optional(),
    listen: z.boolean().optional(),
  }),
  /** 我来: a pupil takes the turn that anybody of the class may have. The assistant names the pupil. */
  z.strictObject({ type: z.literal('turn.take'), turnId: id, seatId: id.optional() }),
  /** 开麦: the assistant opens the microphone for the turn of the own room. */
  z.strictObject({ type: z.literal('turn.accept'), turnId: id }),
  /** Whether turns of the own room wait for that. */
  z.strictObject({ type: z.literal('microphone.set'), waits: z.boolean() }),
  z.strictObject({ type: z.literal('turn.end'), turnId: id }),
  /** The lead teacher lets several classrooms speak, at once or in this order. */
  z.strictObject({
    type: z.literal('floor.open'),
    mode: z.enum(['dialogue', 'panel', 'round-robin', 'chorus']),
    /** None for a chorus: every classroom that is here. */
    classroomIds: z.array(id).max(50),
    seconds,
  }),
  /** The lead teacher draws a pupil by lot, from one classroom or from all. */
  z.strictObject({ type: z.literal('name.draw'), classroomId: id.nullable() }),
  z.strictObject({ type: z.literal('draw.clear') }),
  /** The lead teacher ends all turns. */
  z.strictObject({ type: z.literal('floor.clear') }),
] as const;
