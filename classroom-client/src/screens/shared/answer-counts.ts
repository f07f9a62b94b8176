import type { Choice, Classroom, LessonState, QuestionRound } from '@tongke/shared-types';
import { presenceOf } from '../assistant/room-of.ts';

/** How far one classroom is. */
export interface RoomAnswers {
  readonly classroomId: string;
  readonly name: string;
  /** Tablets and counted hands. */
  readonly answered: number;
  /** Pupils who are here, or more when hands were counted too. */
  readonly expected: number;
}

/** Answers per classroom against the pupils that are here; a room with neither is left out. */
export function answersByRoom(view: LessonState, round: QuestionRound): readonly RoomAnswers[] {
  return Object.values(view.classrooms)
    .map((room) => roomAnswers(room, round))
    .filter(({ answered, expected }) => answered + expected > 0);
}

/** The same for one classroom. */
export function roomAnswers(room: Classroom, round: QuestionRound): RoomAnswers {
  const { classroomId, name } = room;
  const hands = Object.values(round.handCounts[classroomId] ?? {}).reduce((sum, count) => sum + count, 0);
  const tablets = round.answered[classroomId] ?? 0;
  return { classroomId, name, answered: tablets + hands, expected: Math.max(presenceOf(room).here, tablets) + hands };
}

/** How many chose each answer, over all classrooms, from the reveal on. */
export function totals({ tally, choices }: QuestionRound): readonly { readonly key: Choice; readonly count: number }[] {
  const rooms = Object.values(tally ?? {});
  return choices.map(({ key }) => ({ key, count: rooms.reduce((sum, counts) => sum + (counts[key] ?? 0), 0) }));
}
