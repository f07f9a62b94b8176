import type { Choice, QuestionRound, Refusal } from '@tongke/shared-types';
import type { OutboxItem } from '../../connection/outbox.ts';

/** Where a pupil's answer stands. */
export interface AnswerStanding {
  /** What the tile shows as chosen. */
  readonly choice: Choice | null;
  readonly state: 'none' | 'sending' | 'received' | 'late' | 'refused';
  /** Set when it was refused for another reason than being late. */
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
  const open = round.phase === 'open' && now < round.closesAt;
  const had = round.answers[seatId]?.choice ?? null;
  const given = item?.command.type === 'answer.give' ? item.command.choice : null;
  const base = { open, reason: null };
  if (!item || given === null) return { ...base, choice: had, state: had ? 'received' : 'none' };
  if (item.state === 'sending') return { ...base, choice: given, state: 'sending' };
  if (item.state === 'received') return { ...base, choice: had ?? given, state: 'received' };
  const { refused } = item.state;
  const late = refused === 'round/closed' || refused === 'round/other';
  return { choice: had, state: late ? 'late' : 'refused', reason: late ? null : refused, open };
}
