/** A teacher of the lesson's own school whom the lead teacher named: follows the lesson and may lead in the lead teacher's place. */
export interface SecondTeacher {
  readonly online: boolean;
}

/** [LD6] So many a lesson has at most. */
export const MOST_SECONDS = 5;
