import { filterKeys, mapValues } from '../records.ts';
import { singlesFor } from '../singles-for.ts';
import { type Person, seesHandCount } from '../visible.ts';
import { isRevealed } from './is-revealed.ts';
import { keysOnly } from './keys-only.ts';
import { isTablet } from './question-visible.ts';
import type { GivenAnswer, QuestionRound } from './round.ts';

/** A question as this viewer may hold it. */
export function questionFor(viewer: Person, round: QuestionRound): QuestionRound {
  const lead = viewer.role === 'lead';
  const revealed = isRevealed(round);
  const early: QuestionRound = {
    ...round,
    task: lead || revealed ? round.task : { ...round.task, correct: null },
    explanation: lead || round.phase === 'explained' ? round.explanation : '',
    answers: answersFor(viewer, round.answers),
    answered: isTablet(viewer) ? {} : round.answered,
    handCounts: filterKeys(round.handCounts, (classroomId) => seesHandCount(viewer, classroomId)),
  };
  return isTablet(viewer) && round.onTablet === 'keys' ? keysOnly(early) : early;
}

/** A tablet that is handed round knows who of its classroom has answered, and not what. */
function answersFor(viewer: Person, answers: QuestionRound['answers']): QuestionRound['answers'] {
  if (viewer.role !== 'shared') return singlesFor(viewer, answers);
  const own = filterKeys(answers, (_, { classroomId }) => classroomId === viewer.classroomId);
  return mapValues(own, (given): GivenAnswer => ({ ...given, answer: null }));
}
