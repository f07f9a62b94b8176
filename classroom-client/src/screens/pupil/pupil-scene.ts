import type { LessonState, Refusal, SeatRef } from '@tongke/shared-types';
import type { OutboxItem, OutboxItems } from '../../connection/outbox.ts';
import { type AnswerStanding, answerStanding } from './answer-standing.ts';
import { refusalKind } from './refusal-kind.ts';
import { type OwnTurn, turnOf } from './turn-of.ts';

/** What fills a pupil's screen: one thing at a time. */
export type PupilScene =
  | { readonly kind: 'before' }
  | { readonly kind: 'listen' }
  | { readonly kind: 'speak'; readonly turn: OwnTurn }
  | {
      readonly kind: 'buzz';
      readonly state: BuzzState;
      /** Why the press was refused, if it was. */
      readonly reason: Refusal | null;
      readonly openedAt: number;
      readonly closesAt: number;
    }
  | { readonly kind: 'buzzed'; readonly winner: SeatRef | null; readonly place: number | null }
  | { readonly kind: 'question'; readonly standing: AnswerStanding }
  | { readonly kind: 'result'; readonly verdict: 'right' | 'wrong' | 'none' | 'thanks' }
  | { readonly kind: 'ended' };

type BuzzState = 'open' | 'sending' | 'received' | 'late' | 'not-open' | 'refused' | 'time-up';

interface Seat {
  readonly classroomId: string;
  readonly seatId: string;
}

/** Chooses the scene from the lesson, the seat and what is still on its way. Pure. */
export function pupilScene(view: LessonState, seat: Seat, outbox: OutboxItems, now: number): PupilScene {
  if (view.phase === 'ended') return { kind: 'ended' };
  if (view.phase === 'planned') return { kind: 'before' };
  const { round } = view;
  const item = round ? outbox[round.roundId] : undefined;
  if (round?.kind === 'buzzer' && round.order === null) {
    const pressed = round.presses.some(({ seatId }) => seatId === seat.seatId);
    const { openedAt, closesAt } = round;
    const reason = typeof item?.state === 'object' ? item.state.refused : null;
    return { kind: 'buzz', state: buzzState(item, pressed, now >= closesAt), reason, openedAt, closesAt };
  }
  if (round?.kind === 'question' && round.phase !== 'revealed') {
    return { kind: 'question', standing: answerStanding(round, seat.seatId, item, now) };
  }
  const turn = turnOf(view, seat);
  if (turn?.whose === 'pupil') return { kind: 'speak', turn };
  if (round?.kind === 'buzzer') {
    const place = (round.order ?? []).findIndex(({ seatId }) => seatId === seat.seatId);
    return { kind: 'buzzed', winner: round.order?.[0] ?? null, place: place < 0 ? null : place + 1 };
  }
  if (round) {
    const answer = round.answers[seat.seatId];
    if (round.correct === null) return { kind: 'result', verdict: answer ? 'thanks' : 'none' };
    if (!answer) return { kind: 'result', verdict: 'none' };
    return { kind: 'result', verdict: answer.choice === round.correct ? 'right' : 'wrong' };
  }
  return { kind: 'listen' };
}

function buzzState(item: OutboxItem | undefined, pressed: boolean, over: boolean): BuzzState {
  if (pressed || item?.state === 'received') return 'received';
  if (item?.state === 'sending') return 'sending';
  const kind = item && refusalKind(item.state.refused);
  if (kind === 'late') return kind;
  if (kind && !over) return kind;
  return over ? 'time-up' : 'open';
}
