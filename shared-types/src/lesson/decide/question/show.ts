import type { Command } from '../../../protocol/commands.ts';
import { type Refused, refuse } from '../../../refusals.ts';
import { entryOf } from '../../entry-of.ts';
import { groupsOf } from '../../question/groups.ts';
import { isRevealed } from '../../question/is-revealed.ts';
import { isRight } from '../../question/is-right.ts';
import { isUnderWay } from '../../question/is-under-way.ts';
import type { QuestionRound } from '../../question/round.ts';
import { sameShown } from '../../question/same-shown.ts';
import type { Shown } from '../../question/shown.ts';
import type { LessonState } from '../../state.ts';
import type { Context } from '../context.ts';
import { happen, type Outcome } from '../outcome.ts';
import { seatsWhere } from '../seats.ts';
import { questionOf } from './phases.ts';

type ShowAnswer = Extract<Command, { type: 'question.show-answer' }>;

/** [QZ14] The lead teacher puts one answer, or one group of equal texts, on the boards, after the close. Texts are masked. */
export function showAnswer(state: LessonState, { roundId, item }: ShowAnswer, context: Context): Outcome {
  const round = questionOf(state, roundId);
  if (!round) return refuse('round/other');
  if (isUnderWay(round)) return refuse('round/not-closed');
  const shown = item.by === 'seat' ? ofSeat(state, round, item.seatId, context) : ofGroup(round, item.group, context);
  if ('ok' in shown) return shown;
  const already = round.shown.some((other) => sameShown(other, shown) && other.right === shown.right);
  return already ? happen() : happen({ type: 'answer.shown', roundId, shown });
}

function ofSeat(state: LessonState, round: QuestionRound, seatId: string, { masked }: Context): Shown | Refused {
  const given = entryOf(round.answers, seatId);
  if (!given?.answer) return refuse('question/no-such-answer');
  const { classroomId, answer } = given;
  const number = seatsWhere(state, (seat) => seat.seatId === seatId)[0]?.number ?? 0;
  const right = isRevealed(round) ? isRight(round.task, answer) : null;
  if (answer.kind !== 'text') return { by: 'seat', classroomId, seatId, number, answer, right };
  const text = masked(answer.text);
  if (text === null) return refuse('question/text-not-checked');
  return { by: 'seat', classroomId, seatId, number, answer: { ...answer, text }, right };
}

function ofGroup(round: QuestionRound, key: string, { masked }: Context): Shown | Refused {
  const group = groupsOf(round, Number.POSITIVE_INFINITY).groups.find((one) => one.key === key);
  if (!group) return refuse('question/no-such-answer');
  const label = round.task.kind === 'text' ? masked(group.label) : group.label;
  if (label === null) return refuse('question/text-not-checked');
  return { by: 'group', label, count: group.count, right: isRevealed(round) ? group.right : null };
}
