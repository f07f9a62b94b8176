import { z } from 'zod';
import { id } from '../../protocol/id.ts';
import { event, time } from '../event-shape.ts';

/** What becomes of the clock that everybody sees. */
export const clockEvents = [
  event('clock.started', { clockId: id, seconds: z.int().nullable(), at: time }),
  /** With what it stands at, in ms. */
  event('clock.paused', { passed: z.int().nonnegative() }),
  event('clock.resumed', { at: time }),
  event('clock.stopped', {}),
] as const;
