import type { Classroom, Hand, Ink, LessonState, RoundId, Slide, Time, Trunk } from '@tongke/shared-types';

/** [BR1] Where a lesson stands for one classroom: all that a branch begins with. No names: a branch knows seats by their numbers. */
export interface Standing {
  readonly trunk: Trunk;
  readonly classroom: Classroom;
  readonly slide: Slide | null;
  /** What was drawn on the pages; absent where the board was loaded again before it was cut off. */
  readonly ink?: Ink;
  /** [BR3] Of a branch that gave way to the one that begins here: the hands that are up, and the clock. */
  readonly hands?: readonly Hand[];
  readonly clock?: LessonState['clock'];
  /** What was on the screens. */
  readonly roundId: RoundId | null;
  /** How far the server's clock is ahead of this device's, ms. */
  readonly offset: number;
  /** When the board knew this, on the server's clock. */
  readonly at: Time;
}

/** Where a running lesson stands for this classroom; null where it could not go on by itself: not begun, over, or not ready in it. */
export function standingOf(view: LessonState, classroomId: string, offset: number, at: Time): Standing | null {
  const room = view.classrooms[classroomId];
  if (!room || room.own || room.left || !room.board.ready || view.phase !== 'live') return null;
  const { lessonId, schoolId, leadId, title, startedAt, slide, ink } = view;
  const classroom: Classroom = { ...room, ticket: '', doorCode: null, tablets: {} };
  const roundId = view.round?.roundId ?? null;
  return { trunk: { lessonId, schoolId, leadId, title, startedAt }, classroom, slide, ink, roundId, offset, at };
}
