import type { ClassroomId, LessonState, TeachersWord } from '@tongke/shared-types';

/** The words of one side of a classroom, the newest first. */
export function wordsOf(
  { words }: Pick<LessonState, 'words'>,
  room: ClassroomId,
  side: TeachersWord['from'],
): readonly TeachersWord[] {
  return words.filter(({ classroomId, from }) => classroomId === room && from === side).reverse();
}

/** Those that wait to be acknowledged. */
export function waitingWordsOf(...of: Parameters<typeof wordsOf>): readonly TeachersWord[] {
  return wordsOf(...of).filter(({ state }) => state === 'waiting');
}
