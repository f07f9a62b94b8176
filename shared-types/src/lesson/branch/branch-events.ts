import { z } from 'zod';
import { id } from '../../protocol/id.ts';
import { event, time } from '../event-shape.ts';
import { roomTally } from '../question/room-tally.ts';
import { BRANCH_ROUNDS } from './branch-log.ts';

/** A question of a branch as the lesson keeps it: how that classroom answered. */
const mergedRound = z.object({
  roundId: id,
  /** Of the lead teacher's bank; null for one on the spot. */
  questionId: id.nullable(),
  kind: z.enum(['single', 'multiple', 'true-false', 'number', 'text', 'order', 'photo']),
  /** How its words begin; '' where it had none, or has left the bank. */
  words: z.string().max(40),
  at: time,
  tally: roomTally,
});
export type MergedRound = z.infer<typeof mergedRound>;

/** A buzzer of a branch: how many pressed, and who was first; null where nobody was, or no pupil. */
const mergedBuzzer = z.object({ roundId: id, at: time, pressed: z.int(), first: id.nullable() });
export type MergedBuzzer = z.infer<typeof mergedBuzzer>;

const merged = {
  branchId: id,
  classroomId: id,
  /** Since when the link was gone, from when to when the classroom went on by itself, and when the server had it. */
  cutAt: time,
  from: time,
  to: time,
  at: time,
  /** How often a page was turned. */
  turns: z.int(),
  rounds: z.array(mergedRound).max(BRANCH_ROUNDS),
  /** Absent where there was none. */
  buzzers: z.array(mergedBuzzer).max(BRANCH_ROUNDS).optional(),
};

/** What a classroom did by itself while its link was cut, as one event beside the main line. */
export const branchEvents = [event('branch.merged', merged)] as const;
export type MergedBranch = Readonly<z.infer<z.ZodObject<typeof merged>>>;
