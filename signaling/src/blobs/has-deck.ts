import type { LessonState } from '@tongke/shared-types';
import type { BlobViewer } from '../http/handlers.ts';
import type { LessonWindow } from './lesson-window.ts';

/** [PG5] Whether somebody is in a lesson that has this deck now. Staff see their own decks, whatever the lesson. */
export function hasDeck(viewer: BlobViewer, deckId: string, lessons: LessonWindow): boolean {
  return decksOf(viewer, lessons).includes(deckId);
}

/** The decks of the lessons that somebody is in now. */
export function decksOf({ board, seat }: BlobViewer, lessons: LessonWindow): readonly string[] {
  const isIn = ({ classrooms }: LessonState) => board !== undefined && classrooms[board.classroomId] !== undefined;
  const states = seat ? [seat.state] : lessons.states().filter(isIn);
  return states.flatMap(({ phase, slide }) => (slide && phase !== 'ended' ? [slide.deckId] : []));
}
