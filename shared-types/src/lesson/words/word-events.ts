import { z } from 'zod';
import { id } from '../../protocol/id.ts';
import { event, time } from '../event-shape.ts';
import { LEAD_WORDS, ROOM_WORDS } from './teachers-word.ts';

const word = { wordId: id, classroomId: id };

/** Silent words between the lead teacher and the assistant of one classroom: said, acknowledged or missed, gone. */
export const wordEvents = [
  event('word.said', {
    ...word,
    from: z.enum(['lead', 'room']),
    word: z.enum([...ROOM_WORDS, ...LEAD_WORDS]),
    seatId: id.nullable(),
    number: z.int().nullable(),
    at: time,
    until: time,
  }),
  event('word.seen', { ...word, at: time, until: time }),
  event('word.missed', { ...word, at: time, until: time }),
  event('word.over', word),
] as const;
