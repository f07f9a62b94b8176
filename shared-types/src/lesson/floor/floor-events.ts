import { z } from 'zod';
import { id } from '../../protocol/id.ts';
import { event, seatRef, time } from '../event-shape.ts';
import { FLOOR_MODES } from './floor.ts';

/** What happens to the floor. */
export const floorEvents = [
  /** The turns that follow are held in this manner; until the first of these the floor is a single one. */
  event('floor.opened', {
    mode: z.enum(FLOOR_MODES),
    queue: z.array(id).max(50),
    seconds: z.int().nullable(),
    at: time,
  }),
  event('turn.given', {
    turnId: id,
    classroomId: id,
    seatId: id.nullable(),
    number: z.int().nullable(),
    anyone: z.boolean(),
    listen: z.boolean(),
    at: time,
    seconds: z.int().nullable(),
    /** Null where the microphone may open at once. */
    acceptBy: time.nullable(),
    /** Null where it lasts until somebody ends it, and where it is to be accepted first. */
    endsAt: time.nullable(),
  }),
  /** Somebody of the class takes the turn that anybody might have. */
  event('turn.taken', { turnId: id, ...seatRef, at: time }),
  /** The assistant opens the microphone: the turn's time begins. */
  event('turn.accepted', { turnId: id, at: time, endsAt: time.nullable() }),
  event('turn.ended', {
    turnId: id,
    at: time,
    cause: z.enum(['teacher', 'room', 'time', 'link', 'lesson', 'not-accepted', 'lead-away']),
  }),
  /** Whether turns of this classroom wait for its assistant, in this lesson. */
  event('microphone.set', { classroomId: id, waits: z.boolean() }),
] as const;
