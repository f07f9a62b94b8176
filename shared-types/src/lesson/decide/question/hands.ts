import type { Command } from '../../../protocol/commands.ts';
import { refuse } from '../../../refusals.ts';
import { entryOf } from '../../entry-of.ts';
import type { LessonEvent } from '../../events.ts';
import type { Answer } from '../../question/answer.ts';
import { handKeyOf, handKeys, sumOfHands } from '../../question/hand-keys.ts';
import type { QuestionRound } from '../../question/round.ts';
import type { LessonState } from '../../state.ts';
import { happen, type Outcome, unless } from '../outcome.ts';
import { questionOf } from './phases.ts';

/** [QZ4] The assistant counts raised hands; hands and tablets together never exceed the roll. */
export function setHandCount(
  state: LessonState,
  { roundId, counts }: Extract<Command, { type: 'handcount.set' }>,
  classroomId: string,
): Outcome {
  const round = questionOf(state, roundId);
  if (!round) return refuse(state.pastRounds.includes(roundId) ? 'round/closed' : 'round/other');
  const free = rollOf(state, classroomId) - (entryOf(round.answered, classroomId) ?? 0);
  const known: readonly string[] = handKeys(round.task);
  return unless(
    [
      [round.phase === 'reading', 'question/not-open-yet'],
      [round.phase !== 'open' && round.phase !== 'closed', 'round/closed'],
      [Object.keys(counts).some((key) => !known.includes(key)), 'question/no-such-choice'],
      [sumOfHands(counts) > free, 'question/count-too-high'],
    ],
    () => happen({ type: 'handcount.set', roundId, classroomId, counts }),
  );
}

/**
 * [QZ4] An answer on a tablet is never refused for want of room: a hand that was counted makes room for it. It is one for the same
 * answer, for most likely it was this child's; else one of the most.
 */
export function handsDown(
  state: LessonState,
  { roundId, task, handCounts }: QuestionRound,
  {
    classroomId,
    answer,
    answered,
  }: { readonly classroomId: string; readonly answer: Answer; readonly answered: number },
): LessonEvent[] {
  const counts = entryOf(handCounts, classroomId) ?? {};
  if (answered + sumOfHands(counts) <= rollOf(state, classroomId)) return [];
  const most = handKeys(task).reduce((a, b) => ((counts[b] ?? 0) > (counts[a] ?? 0) ? b : a));
  const same = handKeyOf(task, answer);
  const from = same !== null && (counts[same] ?? 0) > 0 ? same : most;
  const left = (counts[from] ?? 0) - 1;
  return left < 0 ? [] : [{ type: 'handcount.set', roundId, classroomId, counts: { ...counts, [from]: left } }];
}

function rollOf(state: LessonState, classroomId: string): number {
  return Object.keys(entryOf(state.classrooms, classroomId)?.seats ?? {}).length;
}
