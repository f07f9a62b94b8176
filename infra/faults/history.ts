import type { CommandReply, LessonEvent, LessonState, Viewer } from '@tongke/shared-types';

/** One answer that a pupil gave: what was sent under its id, and everything that was answered to it. */
export interface Given {
  readonly id: string;
  readonly roundId: string;
  readonly seatId: string;
  readonly choice: string;
  /** In the order in which they came; the same command may be answered more than once. */
  readonly replies: readonly CommandReply[];
  /** The pupil changed it before it was answered: it need not be sent any more, and may be there or not. */
  readonly replaced: boolean;
}

/** An event as it lies on the disk. */
export interface Stored {
  readonly version: number;
  readonly commandId: string | null;
  readonly event: LessonEvent;
}

/** What one screen showed when everything had come to rest, and the version at which it said to stand. */
export interface Shown {
  readonly name: string;
  readonly version: number;
  readonly viewer: Viewer;
  readonly view: LessonState;
}

/** All that is known of a lesson after a fault has healed. */
export interface History {
  readonly given: readonly Given[];
  readonly stored: readonly Stored[];
  readonly shown: readonly Shown[];
  /** What every screen must have by now: the last version that all may see. */
  readonly settledAt: number;
  /** The same id with another payload, and what was answered. */
  readonly reused: readonly CommandReply[];
}
