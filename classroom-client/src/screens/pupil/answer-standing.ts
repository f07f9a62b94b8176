import { type Answer, isUnderWay, type QuestionRound, type Refusal } from '@tongke/shared-types';
import type { OutboxItem } from '../../connection/outbox.ts';
import { refusalKind } from './refusal-kind.ts';

/** Where a pupil's answer stands. */
export interface AnswerStanding {
  /** What was given last; null also where this device may not know it. */
  readonly answer: Answer | null;
  readonly state: 'none' | 'sending' | 'received' | 'late' | 'not-open' | 'refused';
  /** Why it was refused, if it was. */
  readonly reason: Refusal | null;
  /** The question is to be read, and answers are not taken yet. */
  readonly reading: boolean;
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
  const runs = isUnderWay(round);
  const reading = runs && now < round.opensAt;
  const open = runs && !reading && now < round.closesAt;
  const given = round.answers[seatId];
  const had = given?.answer ?? null;
  const base = { open, reading, reason: null };
  if (!item || !('answer' in item.command)) return { ...base, answer: had, state: given ? 'received' : 'none' };
  const { answer } = item.command;
  if (item.state === 'sending') return { ...base, answer, state: 'sending' };
  if (item.state === 'received') return { ...base, answer: had ?? answer, state: 'received' };
  const { refused } = item.state;
  return { ...base, answer: had, state: refusalKind(refused), reason: refused };
}
