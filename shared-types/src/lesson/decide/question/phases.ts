import type { RoundId } from '../../../ids.ts';
import { LATE_GRACE_MS } from '../../deadlines.ts';
import type { LessonEvent } from '../../events.ts';
import { onTablets } from '../../question/expected.ts';
import { isUnderWay } from '../../question/is-under-way.ts';
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

/** [QZ6] The countdown ends here. What is on its way is still taken, but while it was read nobody could answer. */
export function endedEarly(state: LessonState, round: QuestionRound, at: Time): LessonEvent[] {
  const { roundId, phase, opensAt, closesAt } = round;
  if (phase === 'reading' && at < opensAt) return [closed(state, round, at)];
  const starts = phase === 'reading' ? [opened(round, at)] : [];
  if (!isUnderWay(round) || at >= closesAt) return starts;
  return [...starts, { type: 'question.shortened', roundId, closesAt: at, takesUntil: at + LATE_GRACE_MS }];
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
  return round?.kind === 'question' && isUnderWay(round) ? [closed(state, round, at)] : [];
}
