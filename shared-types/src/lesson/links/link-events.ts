import { z } from 'zod';
import { LINK_CHOICES } from '../../ladder/link-choice.ts';
import { RUNGS, UPLINK_RUNGS } from '../../ladder/rungs.ts';
import { id } from '../../protocol/id.ts';
import { event, time } from '../event-shape.ts';

/** Where the link of a media endpoint (a classroom, or the lead teacher) stands from now on. */
export const linkEvents = [
  event('link.changed', { peerId: id, down: z.enum(RUNGS), up: z.enum(UPLINK_RUNGS), at: time }),
  /** The lead teacher's choice for a classroom. */
  event('link.chosen', { classroomId: id, choice: z.enum(LINK_CHOICES), at: time }),
] as const;
