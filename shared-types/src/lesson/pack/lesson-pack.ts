import type { Task } from '../question/task.ts';
import type { Step } from './run-of-show.ts';

/** A picture by its sha-256, and how many bytes it has. */
export interface PackPicture {
  readonly hash: string;
  readonly bytes: number;
}

/** [PK3] A question as a board may keep it before it is asked: no right answer, no explanation, things to be put in order shuffled. */
export interface PackQuestion {
  readonly questionId: string;
  readonly task: Task;
  readonly prompt: string;
  /** SHA-256 of its picture, or null. */
  readonly picture: string | null;
  /** Seconds. */
  readonly readSeconds: number;
  readonly seconds: number;
}

/** [PK2] What a classroom's board fetches before the lesson, to go on with it when its link is cut. */
export interface LessonPack {
  readonly lessonId: string;
  /** Null where no deck was chosen. */
  readonly deckId: string | null;
  /** In their order; null where a page could not be drawn. */
  readonly pages: readonly { readonly large: PackPicture | null; readonly small: PackPicture | null }[];
  readonly questions: readonly PackQuestion[];
  /** Pictures of the questions. */
  readonly pictures: readonly PackPicture[];
  readonly steps: readonly Step[];
}
