import { z } from 'zod';
import { hash } from '../lesson/question/task.ts';
import { MOST_SHOWN } from '../lesson/works/works.ts';
import { id } from './id.ts';

/** Pupils' works: asked for, sent by a pupil or, with the seat, by the assistant, taken away, shown on all boards. */
export const workCommands = [
  z.strictObject({ type: z.literal('works.collect'), open: z.boolean() }),
  z.strictObject({ type: z.literal('work.send'), photo: hash, seatId: id.optional() }),
  z.strictObject({ type: z.literal('work.remove'), workId: id }),
  z.strictObject({ type: z.literal('works.show'), workIds: z.array(id).max(MOST_SHOWN), revealed: z.boolean() }),
] as const;
