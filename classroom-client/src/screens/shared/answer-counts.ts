import {
  answeredIn,
  type Choice,
  type Classroom,
  expectedOf,
  type LessonState,
  type QuestionRound,
} from '@tongke/shared-types';
import { choiceTask } from './choice-task.ts';

/** How far one classroom is. */
export interface RoomAnswers {
  readonly classroomId: string;
  readonly name: string;
  /** Tablets and counted hands. */
  readonly answered: number;
  /** Who can be expected to answer ([QZ9]). */
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
  return { classroomId, name, answered: answeredIn(classroomId, round), expected: expectedOf(room, round) };
}

/** How many chose each answer, over all classrooms, from the reveal on. */
export function totals({ tally, task }: QuestionRound): readonly { readonly key: Choice; readonly count: number }[] {
  const rooms = Object.values(tally ?? {});
  const { choices } = choiceTask(task);
  return choices.map(({ key }) => ({ key, count: rooms.reduce((sum, { counts }) => sum + (counts[key] ?? 0), 0) }));
}
