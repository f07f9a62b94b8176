import type { ClassroomId, LessonState, TeachersWord } from '@tongke/shared-types';

/** What classrooms say: one word, and every classroom that says it, the newest first. */
export interface WordLine {
  readonly key: string;
  readonly words: readonly [TeachersWord, ...TeachersWord[]];
}

/**
 * What waits for the lead teacher, the newest first. Classrooms that say the same share a line, so that fifty that hear nothing are one
 * line and one tap; a pupil to be called on has a line of the own.
 */
export function wordLines({ words }: Pick<LessonState, 'words'>): readonly WordLine[] {
  const lines = new Map<string, [TeachersWord, ...TeachersWord[]]>();
  for (const one of [...words].reverse()) {
    if (one.from !== 'room' || one.state !== 'waiting') continue;
    const key = one.word === 'call-on' ? one.wordId : one.word;
    const line = lines.get(key);
    if (line) line.push(one);
    else lines.set(key, [one]);
  }
  return [...lines].map(([key, said]) => ({ key, words: said }));
}

/** The classrooms of a line, the newest first. */
export function roomsOf({ words }: WordLine): readonly ClassroomId[] {
  return words.map(({ classroomId }) => classroomId);
}
