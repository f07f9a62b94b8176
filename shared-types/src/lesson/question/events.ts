import { z } from 'zod';
import { id } from '../../protocol/id.ts';
import { event, time } from '../event-shape.ts';
import { answer } from './answer.ts';
import { handKey } from './hand-key.ts';
import { roomTally } from './room-tally.ts';
import { shown } from './shown.ts';
import { correct, hash, task } from './task.ts';

const rooms = z.record(id, roomTally);
const group = z.object({ label: z.string(), count: z.int(), right: z.boolean().nullable() });

/** What happens to questions and to what is counted of them. */
export const questionEvents = [
  event('question.opened', {
    roundId: id,
    task,
    prompt: z.string(),
    picture: hash.nullable(),
    explanation: z.string(),
    onTablet: z.enum(['keys', 'question']),
    at: time,
    opensAt: time,
    closesAt: time,
    takesUntil: time,
  }),
  /** The reading time is over: answers are taken. */
  event('question.started', { roundId: id, at: time }),
  /** The lead teacher ended the countdown; what is on its way is still taken. */
  event('question.shortened', { roundId: id, closesAt: time, takesUntil: time }),
  event('answer.given', {
    roundId: id,
    classroomId: id,
    seatId: id,
    /** Null on the way to a shared tablet, which may know that there is an answer and not which; never stored so. */
    answer: answer.nullable(),
    at: time,
    source: z.enum(['tablet', 'shared', 'team', 'card']),
    /** Of the classroom; null on the way to a tablet, which is told no counts. */
    answered: z.int().nullable(),
  }),
  /** What others see of `answer.given`; never stored. */
  event('answer.counted', { roundId: id, classroomId: id, answered: z.int() }),
  event('handcount.set', { roundId: id, classroomId: id, counts: z.partialRecord(handKey, z.int()) }),
  event('question.closed', { roundId: id, at: time, expected: z.record(id, z.int()) }),
  /** Its right answer was set, or set otherwise, after the close; null for those who may not know it yet. */
  event('question.marked', { roundId: id, correct }),
  event('question.revealed', {
    roundId: id,
    at: time,
    correct,
    rooms,
    /** Equal numbers; words stay with the lead teacher until they are shown. */
    groups: z.array(group).max(12),
    others: z.int(),
  }),
  /** More classrooms of a reveal, in portions, so that no event outgrows 4 kB. */
  event('question.tallied', { roundId: id, rooms }),
  event('answer.shown', { roundId: id, shown }),
  event('question.explained', { roundId: id, at: time, explanation: z.string() }),
  event('scoring.set', { points: z.boolean(), streaks: z.boolean() }),
] as const;
