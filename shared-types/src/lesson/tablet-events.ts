import { z } from 'zod';
import { id } from '../protocol/id.ts';
import { event, time } from './event-shape.ts';

const tablet = { classroomId: id, tabletId: id };

/** A tablet that is handed round in its classroom: asked for, allowed, taken back, here and gone. */
export const tabletEvents = [
  event('tablet.requested', { ...tablet, number: z.int(), device: z.string(), at: time }),
  event('tablet.shared', { ...tablet, device: z.string(), at: time }),
  event('tablet.unshared', tablet),
  event('tablet.came', { ...tablet, at: time }),
  event('tablet.went', { ...tablet, at: time, cause: z.string() }),
] as const;
