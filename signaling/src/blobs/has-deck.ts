import type { LessonState } from '@tongke/shared-types';
import type { BlobViewer } from '../http/handlers.ts';
import type { LessonWindow } from './lesson-window.ts';

/** [PG5] Whether somebody is in a lesson that has this deck now. Staff see their own decks, whatever the lesson. */
export function hasDeck(viewer: BlobViewer, deckId: string, lessons: LessonWindow): boolean {
  return decksOf(viewer, lessons).includes(deckId);
}

/** The decks of the lessons that somebody is in now: a board, a phone, a pupil, a second teacher. */
export function decksOf({ staff, board, seat }: BlobViewer, lessons: LessonWindow): readonly string[] {
  const isIn = ({ classrooms, seconds }: LessonState) =>
    board
      ? classrooms[board.classroomId] !== undefined
      : staff !== undefined && Object.hasOwn(seconds, staff.accountId);
  const states = seat ? [seat.state] : lessons.states().filter(isIn);
  return states.flatMap(({ phase, slide }) => (slide && phase !== 'ended' ? [slide.deckId] : []));
}
