import { z } from 'zod';
import { id } from '../../protocol/id.ts';
import { FINDINGS_IN_ORDER, TESTED_THINGS } from '../../self-test/findings.ts';
import { event, time } from '../event-shape.ts';

/** A media endpoint (a classroom, or the lead teacher) tested itself: what it found, the worst first. No names of devices, no figures. */
export const selfTestEvents = [
  event('self-test.done', { peerId: id, findings: z.array(z.enum(FINDINGS_IN_ORDER)).max(TESTED_THINGS), at: time }),
] as const;
