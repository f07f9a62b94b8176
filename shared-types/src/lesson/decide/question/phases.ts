import type { RoundId } from '../../../ids.ts';
import type { LessonEvent } from '../../events.ts';
import { onTablets } from '../../question/expected.ts';
import type { QuestionRound } from '../../question/round.ts';
import type { LessonState, Time } from '../../state.ts';

/** The question of this id when it is the one on the screens, or null. */
export function questionOf({ round }: LessonState, roundId: RoundId): QuestionRound | null {
  return round?.kind === 'question' && round.roundId === roundId ? round : null;
}

/** [QZ10] The reading time is over. */
export function opened({ roundId }: QuestionRound, at: Time): LessonEvent {
  return { type: 'question.started', roundId, at };
}

/** [QZ9] The question closes; who could have answered is known by the tablets that are here now. */
export function closed({ classrooms }: LessonState, round: QuestionRound, at: Time): LessonEvent {
  const expected: Record<string, number> = {};
  for (const classroom of Object.values(classrooms)) {
    const { classroomId } = classroom;
    const count = classroom.left ? 0 : onTablets(classroom, round);
    if (count > 0) expected[classroomId] = count;
  }
  return { type: 'question.closed', roundId: round.roundId, at, expected };
}

/** The close of the question that runs, if one does. */
export function closedIfRunning(state: LessonState, at: Time): LessonEvent[] {
  const { round } = state;
  const runs = round?.kind === 'question' && (round.phase === 'reading' || round.phase === 'open');
  return runs ? [closed(state, round, at)] : [];
}
