import { z } from 'zod';
import { id } from '../../protocol/id.ts';
import { event, seatRef, time } from '../event-shape.ts';
import { hash } from '../question/task.ts';
import { MOST_SHOWN } from './works.ts';

const shownWork = z.object({
  workId: id,
  classroomId: id,
  /** Null unless it is revealed. */
  seatId: id.nullable(),
  number: z.int().nullable(),
  photo: hash,
});

/** Pupils' works: asked for, sent, taken out of the tray, and what stands on the boards. */
export const workEvents = [
  event('works.opened', {}),
  event('works.closed', {}),
  event('work.sent', { workId: id, ...seatRef, photo: hash, at: time }),
  event('work.removed', { workId: id, classroomId: id, seatId: id }),
  /** None takes them off the boards. */
  event('works.shown', { works: z.array(shownWork).max(MOST_SHOWN) }),
] as const;
