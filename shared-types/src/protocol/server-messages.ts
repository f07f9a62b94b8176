import type { LessonId, SeatId } from '../ids.ts';
import type { LessonEvent } from '../lesson/events.ts';
import type { LessonState, Time } from '../lesson/state.ts';
import type { Refused } from '../refusals.ts';
import type { Viewer } from '../roles.ts';

/** The answer to every command. `version` is the lesson's after the command: it is on disk by then. */
export type CommandReply = { readonly ok: true; readonly version: number } | Refused;

/** Names that this viewer may read, by seat: full in the own room and for the lead teacher, given names where allowed. */
export type Names = Readonly<Record<SeatId, string>>;

/** Everything a screen starts from. */
export interface Snapshot {
  readonly lessonId: LessonId;
  /** Names the viewer; events since a version can only be folded into a view of the same key. */
  readonly viewKey: string;
  readonly viewer: Viewer;
  readonly view: LessonState;
  readonly version: number;
  readonly names: Names;
}

/** A batch of events as this viewer may see them: a screen that stands at `from` then stands at `upTo`, whatever was hidden. */
export interface EventBatch {
  readonly lessonId: LessonId;
  readonly from: number;
  readonly events: readonly LessonEvent[];
  readonly upTo: number;
  /** The server's clock, for countdowns. */
  readonly now: Time;
}

/** Where links on screens should point: the address that tablets reach, with `/s/` and the ticket behind it. */
export interface Addresses {
  readonly join: string;
  readonly phone: string;
}

/** The answer to `hello`. A board or tablet without a lesson waits; a lesson is pushed to it as a `snapshot` when one opens. */
export type HelloReply =
  | {
      readonly ok: true;
      readonly now: Time;
      readonly addresses: Addresses;
      readonly joined:
        | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
        | {
            readonly kind: 'events';
            readonly viewer: Viewer;
            readonly viewKey: string;
            readonly batch: EventBatch;
            readonly names: Names;
          }
        | { readonly kind: 'waiting'; readonly room: WaitingRoom };
    }
  | Refused;

/** What a paired board shows between lessons. */
export interface WaitingRoom {
  readonly classroomName: string;
  readonly schoolName: string;
  readonly next: { readonly title: string; readonly plannedAt: Time } | null;
}

/** The server closes a connection with a reason the screen can put into words. */
export interface Bye {
  readonly reason: Refused['reason'];
}
