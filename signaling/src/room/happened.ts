import type { LessonEvent, LessonState } from '@tongke/shared-types';

/** An event with its place in the log. */
export interface Numbered {
  readonly version: number;
  readonly event: LessonEvent;
}

/** An event that is on the disk, with the state on either side of it, where the answers may be those of the whole batch already. */
export interface Happened extends Numbered {
  readonly before: LessonState;
  readonly after: LessonState;
}

/** Why a lesson's room closed: another owner took over, nobody needs it now, it left the timetable, or the server stops. */
export type RoomClosed = 'fenced' | 'idle' | 'removed' | 'stopping';

/** Who follows a lesson. Called after the append, in order, never during a decision. */
export interface RoomListener {
  happened(batch: readonly Happened[]): void;
  closed?(why: RoomClosed): void;
}
