import type { LessonEvent, LessonId, Time, Viewer } from '@tongke/shared-types';

/** One accepted command and what came of it; `command` is null for what the server itself reported. */
export interface LogEntry {
  readonly at: Time;
  readonly actor: Viewer;
  readonly command: CommandKey | null;
  readonly events: readonly LessonEvent[];
}

export interface CommandKey {
  readonly id: string;
  /** Hash of the command's contents: the same id with another hash is a mistake of the sender. */
  readonly hash: string;
}

/** What became of a command: the hash of its contents and the lesson's version after it. */
export interface CommandOutcome {
  readonly hash: string;
  readonly version: number;
}

export interface StoredEvent {
  readonly version: number;
  readonly at: Time;
  readonly actor: Viewer;
  readonly event: LessonEvent;
}

export interface Append {
  readonly lessonId: LessonId;
  readonly expectedVersion: number;
  readonly epoch: number;
  readonly entries: readonly LogEntry[];
}

/** `fenced`: another owner has taken the lesson over. `unavailable`: the disk is full or cannot be read; nothing was written. */
export type AppendResult =
  | { readonly ok: true; readonly version: number }
  | { readonly ok: false; readonly reason: 'fenced' }
  | { readonly ok: false; readonly reason: 'unavailable'; readonly detail: string };

/** The log of every lesson, and what became of each command. The methods that read throw `StoreUnavailable`. */
export interface EventStore {
  /** Makes the caller the lesson's owner and fences everyone before; answers the new epoch, 1 or more. */
  own(lessonId: LessonId): Promise<number>;
  /** Writes all entries in one durable transaction, or nothing. */
  append(append: Append): Promise<AppendResult>;
  /** The events after this version, oldest first, upcast to today's shapes. */
  since(lessonId: LessonId, version: number): Promise<readonly StoredEvent[]>;
  /** Outcomes of those of these commands that were accepted before. */
  outcomesOf(lessonId: LessonId, commandIds: readonly string[]): Promise<ReadonlyMap<string, CommandOutcome>>;
  /** Lessons with a log that has no end and was written to since `at`. */
  unfinished(at: Time): Promise<readonly LessonId[]>;
}
