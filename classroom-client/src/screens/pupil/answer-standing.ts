import type { Choice, QuestionRound, Refusal } from '@tongke/shared-types';
import type { OutboxItem } from '../../connection/outbox.ts';
import { choiceOf } from '../shared/choice-task.ts';
import { refusalKind } from './refusal-kind.ts';

/** Where a pupil's answer stands. */
export interface AnswerStanding {
  /** What the tile shows as chosen. */
  readonly choice: Choice | null;
  readonly state: 'none' | 'sending' | 'received' | 'late' | 'not-open' | 'refused';
  /** Why it was refused, if it was. */
  readonly reason: Refusal | null;
  /** May still be given or changed. */
  readonly open: boolean;
}

/** Joins what the server has with what is on its way. An earlier answer stands when a later one came too late. */
export function answerStanding(
  round: QuestionRound,
  seatId: string,
  item: OutboxItem | undefined,
  now: number,
): AnswerStanding {
  const runs = round.phase === 'open' || round.phase === 'reading';
  const open = runs && now >= round.opensAt && now < round.closesAt;
  const had = choiceOf(round.answers[seatId]);
  const answer = item?.command.type === 'answer.give' ? item.command.answer : null;
  const given = answer?.kind === 'single' ? answer.choice : null;
  const base = { open, reason: null };
  if (!item || given === null) return { ...base, choice: had, state: had ? 'received' : 'none' };
  if (item.state === 'sending') return { ...base, choice: given, state: 'sending' };
  if (item.state === 'received') return { ...base, choice: had ?? given, state: 'received' };
  const { refused } = item.state;
  return { choice: had, state: refusalKind(refused), reason: refused, open };
}
