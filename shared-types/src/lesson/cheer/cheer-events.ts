import { z } from 'zod';
import { id } from '../../protocol/id.ts';
import { event, time } from '../event-shape.ts';
import { PRAISES } from './praise.ts';

/** A pupil is praised, and a classroom claps. */
export const cheerEvents = [
  /** The seat is null for who may only know the classroom. */
  event('praise.given', {
    praiseId: id,
    classroomId: id,
    seatId: id.nullable(),
    number: z.int().nullable(),
    word: z.enum(PRAISES),
    at: time,
  }),
  event('applause.given', { classroomId: id, at: time }),
] as const;
