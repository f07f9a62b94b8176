import type { Classroom, LessonState, Names } from '@tongke/shared-types';

/** What a board's panels stand on: the lesson, its own classroom in it, and the server's clock. */
export interface BoardProps {
  readonly view: LessonState;
  readonly room: Classroom;
  readonly names: Names;
  /** The server's clock, ms. */
  readonly now: number;
}
