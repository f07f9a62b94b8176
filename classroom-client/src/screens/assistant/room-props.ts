import type { Classroom, Command, LessonState, Names } from '@tongke/shared-types';

/** What every card of the assistant stands on: the classroom as its board or phone holds it, and how to act. */
export interface RoomProps {
  readonly view: LessonState;
  readonly room: Classroom;
  readonly names: Names;
  /** Sends a command; true when it was done. A refusal is put into words above the cards. */
  readonly act: (command: Command) => Promise<boolean>;
}
