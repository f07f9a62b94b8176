import type { SeatId } from '../../ids.ts';
import { refuse } from '../../refusals.ts';
import type { LessonEvent } from '../events.ts';
import type { BuzzerRound, LessonState } from '../state.ts';
import type { Context } from './context.ts';
import { happen, type Outcome, unless } from './outcome.ts';
import { type SeatOf, seatRef } from './seats.ts';

/** Presses that arrive within this time after the first are compared with it, in ms. */
const COMPARE_MS = 400;

/** [BZ1] Opens a buzzer when no other round is on the screens. */
export function openBuzzer(state: LessonState, seconds: number, { now, newId }: Context): Outcome {
  return unless(
    [
      [state.phase !== 'live', 'lesson/not-live'],
      [isRunning(state), 'round/running'],
    ],
    () => happen({ type: 'buzzer.opened', roundId: newId(), at: now, closesAt: now + seconds * 1000 }),
  );
}

/** [BZ2] [BZ3] A pupil presses once, for the round that is open. */
export function pressBuzzer(state: LessonState, roundId: string, seat: SeatOf, { now }: Context): Outcome {
  const { round } = state;
  if (round?.kind !== 'buzzer' || round.roundId !== roundId) return refuse('round/other');
  return unless(
    [
      [round.order !== null || now >= round.closesAt, 'round/closed'],
      [hasPressed(round, seat.seatId), 'buzzer/already-pressed'],
    ],
    () => {
      const decidesAt = round.decidesAt ?? Math.min(now + COMPARE_MS, round.closesAt);
      return happen({ type: 'buzzer.pressed', roundId, ...seatRef(seat), at: now, decidesAt });
    },
  );
}

/** [BZ4] [BZ5] The order of arrival decides, and a tie goes to the smaller seat id so that every replay agrees. */
export function decided(round: BuzzerRound, at: number): LessonEvent {
  const order = [...round.presses].sort((a, b) => a.at - b.at || (a.seatId < b.seatId ? -1 : 1)).slice(0, 30);
  return { type: 'buzzer.decided', roundId: round.roundId, order, at, point: order[0]?.seatId ?? null };
}

/** True while a round is on the screens that has not come to its end. */
export function isRunning({ round }: LessonState): boolean {
  if (!round) return false;
  return round.kind === 'buzzer' ? round.order === null : round.phase !== 'revealed';
}

function hasPressed(round: BuzzerRound, seatId: SeatId): boolean {
  return round.presses.some((press) => press.seatId === seatId);
}
