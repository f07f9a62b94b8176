import type { Command, LessonState, Names } from '@tongke/shared-types';

/** What the lead teacher's panels stand on: the lesson, the server's clock, and how to act. */
export interface TeachProps {
  readonly view: LessonState;
  readonly names: Names;
  /** The server's clock, ms. */
  readonly now: number;
  /** Something asked for is on its way. */
  readonly busy: boolean;
  /** No tap counts: something is on its way, or what stands here has only just changed. */
  readonly held: boolean;
  readonly act: (command: Command) => void;
}
