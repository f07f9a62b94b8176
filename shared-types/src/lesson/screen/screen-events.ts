import { z } from 'zod';
import { id } from '../../protocol/id.ts';
import { event, time } from '../event-shape.ts';
import { SCREEN_STYLES } from './shared-screen.ts';

/** A screen is shared from now on, in place of the one before; and its end, where that is not the end of the sharer's turn. */
export const screenEvents = [
  event('screen.shared', { peerId: id, style: z.enum(SCREEN_STYLES), at: time }),
  event('screen.ended', { at: time, cause: z.enum(['sharer', 'teacher', 'link']) }),
] as const;
