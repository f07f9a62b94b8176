import { z } from 'zod';
import { id } from '../../protocol/id.ts';
import { event, seatRef, time } from '../event-shape.ts';

/** A pupil is drawn by lot. With the state before it, `seed`, `rooms` and `seats` tell why it was this one; others than the lead teacher get none of them. */
export const drawEvents = [
  event('name.drawn', {
    drawId: id,
    from: id.nullable(),
    ...seatRef,
    at: time,
    /** From 0 up to 2^32. */
    seed: z.int().nonnegative(),
    /** The sum of the weights of each classroom, in the lesson's order. */
    rooms: z.array(z.int().nonnegative()),
    /** The weights of the seats of the classroom that was drawn, in its order. */
    seats: z.array(z.int().nonnegative()),
  }),
  event('draw.cleared', {}),
] as const;
