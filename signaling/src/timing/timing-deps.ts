import type { Log } from '../log.ts';
import type { Datagrams } from '../media/datagrams.ts';
import type { Clock } from '../room/clock.ts';
import type { LessonRoom } from '../room/lesson-room.ts';
import type { OutstandingPings } from './outstanding-pings.ts';
import type { PreciseClock } from './precise-clock.ts';

/** What the timing of a lesson works with. */
export interface TimingDeps {
  readonly clock: Clock;
  readonly precise: PreciseClock;
  readonly datagrams: Pick<Datagrams, 'send'>;
  readonly pings: OutstandingPings;
  readonly log: Log;
  /** So many bytes that nobody can foresee. */
  readonly randomBytes: (length: number) => Uint8Array;
}

/** A lesson's room, as far as timing needs it. */
export type TimedRoom = Pick<LessonRoom, 'lessonId' | 'state' | 'ask' | 'report' | 'follow'>;
