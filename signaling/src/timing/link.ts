import type { Actor, LinkEstimate } from '@tongke/shared-types';
import type { LessonTiming } from './lesson-timing.ts';
import type { TimingLine } from './timing-line.ts';

/** Who can buzz, and is measured for it. */
export type BuzzActor = Extract<Actor, { role: 'pupil' | 'board' }>;

/** One screen that is measured. Its pings lie in `OutstandingPings` under its slot, to keep thousands of these small. */
export interface Link {
  readonly lesson: LessonTiming;
  readonly line: TimingLine;
  readonly actor: BuzzActor;
  readonly slot: number;
  readonly estimate: LinkEstimate;
  /** Its place among the lesson's links; it changes when another one goes. */
  index: number;
}

/** The key of a screen among those of its lesson. */
export function linkKey(actor: BuzzActor): string {
  return actor.role === 'pupil' ? `seat:${actor.seatId}` : `board:${actor.classroomId}`;
}
