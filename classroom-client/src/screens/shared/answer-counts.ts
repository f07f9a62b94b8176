import { answeredIn, type Classroom, expectedOf, type LessonState, type QuestionRound } from '@tongke/shared-types';

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

/** How many of all classrooms have answered, as far as this screen is told. */
export function answeredByAll(view: LessonState, round: QuestionRound): number {
  return Object.keys(view.classrooms).reduce((sum, classroomId) => sum + answeredIn(classroomId, round), 0);
}

/** The same for one classroom. */
export function roomAnswers(room: Classroom, round: QuestionRound): RoomAnswers {
  const { classroomId, name } = room;
  return { classroomId, name, answered: answeredIn(classroomId, round), expected: expectedOf(room, round) };
}
