import type { Command } from '../../../protocol/commands.ts';
import { refuse } from '../../../refusals.ts';
import { isUnderWay } from '../../question/is-under-way.ts';
import { withCorrect } from '../../question/with-correct.ts';
import type { LessonState } from '../../state.ts';
import { happen, type Outcome } from '../outcome.ts';
import { questionOf } from './phases.ts';

/** [QZ12] The right answer of a question that was asked on the spot is set after its close and before its reveal. */
export function markQuestion(
  state: LessonState,
  { roundId, correct }: Extract<Command, { type: 'question.mark' }>,
): Outcome {
  const round = questionOf(state, roundId);
  if (!round) return refuse('round/other');
  if (isUnderWay(round)) return refuse('round/not-closed');
  if (round.phase !== 'closed') return refuse('round/closed');
  const marked = withCorrect(round.task, correct);
  return marked
    ? happen({ type: 'question.marked', roundId, correct: marked.correct })
    : refuse('question/no-such-choice');
}
