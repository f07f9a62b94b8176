import type { ClassroomId } from '../../ids.ts';
import { entryOf } from '../entry-of.ts';
import type { Classroom, LessonState } from '../state.ts';
import type { BuzzerRound } from './buzzer-state.ts';

/** False for a classroom that has won already and, in the mode `each-once`, waits until the others that are here have won as often. */
export function mayCount(
  { classrooms, wins }: Pick<LessonState, 'classrooms' | 'wins'>,
  { mode }: Pick<BuzzerRound, 'mode'>,
  classroomId: ClassroomId,
): boolean {
  if (mode !== 'each-once') return true;
  const won = (id: ClassroomId) => entryOf(wins, id) ?? 0;
  const fewest = Object.values(classrooms)
    .filter(isHere)
    .reduce((least, room) => Math.min(least, won(room.classroomId)), Number.POSITIVE_INFINITY);
  return won(classroomId) <= fewest;
}

function isHere({ left, board, seats }: Classroom): boolean {
  return !left && (board.online || Object.values(seats).some(({ online }) => online));
}
