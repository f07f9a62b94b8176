import type { LessonState } from '../state.ts';
import type { Turn } from './floor.ts';

/** The turn that a classroom has, if it has one. */
export function turnOfRoom({ floor }: Pick<LessonState, 'floor'>, classroomId: string): Turn | undefined {
  return floor.turns.find((turn) => turn.classroomId === classroomId);
}
