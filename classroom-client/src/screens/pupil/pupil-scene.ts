import {
  type BuzzerRound,
  type Entrant,
  isRevealed,
  isRight,
  type LessonState,
  type Place,
  type Refusal,
  seatKey,
} from '@tongke/shared-types';
import type { OutboxItem, OutboxItems } from '../../connection/outbox.ts';
import type { ShownCue } from '../../connection/timing/timing.ts';
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
      /** The cue has not come yet. */
      readonly waiting: boolean;
      /** Pressed too early in this round. */
      readonly early: boolean;
      /** Why the press was refused, if it was. */
      readonly reason: Refusal | null;
      /** What the teacher asks; '' where nothing is written. */
      readonly prompt: string;
      /** Null until the lesson says that it has started. */
      readonly startedAt: number | null;
      readonly closesAt: number | null;
    }
  | {
      readonly kind: 'buzzed';
      readonly winner: Entrant | null;
      readonly own: Place | null;
      /** Shares the first place with somebody. */
      readonly tied: boolean;
      /** Passed over to, and to speak now. */
      readonly called: boolean;
    }
  | { readonly kind: 'question'; readonly standing: AnswerStanding }
  | { readonly kind: 'result'; readonly verdict: 'right' | 'wrong' | 'none' | 'thanks' }
  /** The teacher collects works. */
  | { readonly kind: 'work' }
  | { readonly kind: 'ended' };

type BuzzState = 'armed' | 'open' | 'early' | 'sending' | 'received' | 'late' | 'not-open' | 'refused' | 'time-up';

interface Seat {
  readonly classroomId: string;
  readonly seatId: string;
}

/** Chooses the scene from the lesson, the seat, what is still on its way, and the cue that came ahead of the lesson. Pure. */
export function pupilScene(
  view: LessonState,
  seat: Seat,
  outbox: OutboxItems,
  now: number,
  shown: ShownCue | null = null,
): PupilScene {
  if (view.phase === 'ended') return { kind: 'ended' };
  if (view.phase === 'planned') return { kind: 'before' };
  const { round } = view;
  const item = round ? outbox[round.roundId] : undefined;
  if (round?.kind === 'buzzer' && round.order === null) {
    const { startedAt, closesAt } = round;
    const reason = typeof item?.state === 'object' ? item.state.refused : null;
    const cue = shown?.roundId === round.roundId ? shown : null;
    const prompt = cue?.prompt ?? round.prompt;
    const state = buzzState(round, seat, item, now, cue !== null);
    const early = round.falseStarts[seatKey(seat)] !== undefined;
    const waiting = round.phase === 'armed' && cue === null;
    return { kind: 'buzz', state, waiting, early, reason, prompt, startedAt, closesAt };
  }
  if (round?.kind === 'question' && !isRevealed(round)) {
    return { kind: 'question', standing: answerStanding(round, seat.seatId, item, now) };
  }
  const turn = turnOf(view, seat);
  if (turn && turn.whose !== 'class') return { kind: 'speak', turn };
  if (round?.kind === 'buzzer') {
    const order = round.order ?? [];
    const own = order.find(({ entrant }) => isSeat(entrant, seat)) ?? null;
    const tied = own?.place === 1 && order.filter(({ place }) => place === 1).length > 1;
    const called = own !== null && own.place > 1 && own.rank === round.current;
    return { kind: 'buzzed', winner: order[0]?.entrant ?? null, own, tied, called };
  }
  if (round) {
    const answer = round.answers[seat.seatId]?.answer;
    if (!answer) return { kind: 'result', verdict: 'none' };
    const right = isRight(round.task, answer);
    if (right === null) return { kind: 'result', verdict: 'thanks' };
    return { kind: 'result', verdict: right ? 'right' : 'wrong' };
  }
  return { kind: view.works.open ? 'work' : 'listen' };
}

function buzzState(
  round: BuzzerRound,
  seat: Seat,
  item: OutboxItem | undefined,
  now: number,
  hasCue: boolean,
): BuzzState {
  const { presses, falseStarts, closesAt } = round;
  const whenOpen = round.phase === 'armed' && !hasCue ? 'armed' : 'open';
  if (presses.some(({ entrant }) => isSeat(entrant, seat))) return 'received';
  // Too early: the server will say so, and it is seen at once.
  if (item?.state === 'sending') return whenOpen === 'armed' ? 'early' : 'sending';
  const over = closesAt !== null && now >= closesAt;
  const lockedUntil = falseStarts[seatKey(seat)];
  if (lockedUntil !== undefined && !over) return now < lockedUntil ? 'early' : whenOpen;
  if (item?.state === 'received') return 'received';
  const kind = item && refusalKind(item.state.refused);
  if (kind === 'late') return kind;
  if (kind && !over) return kind;
  return over ? 'time-up' : whenOpen;
}

function isSeat(entrant: Entrant, { seatId }: Seat): boolean {
  return entrant.kind === 'seat' && entrant.seatId === seatId;
}
