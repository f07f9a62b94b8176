import type { LessonState, Round, Time } from './state.ts';

/** An answer that was on its way when the countdown reached zero still counts for this long, in ms. */
export const LATE_GRACE_MS = 1_500;

/** When time alone will change this round; Infinity when it never will. */
export function deadlineOf(round: Round): Time {
  if (round.kind === 'buzzer') {
    if (round.order !== null) return Number.POSITIVE_INFINITY;
    return Math.min(round.closesAt, round.decidesAt ?? Number.POSITIVE_INFINITY);
  }
  return round.phase === 'open' ? round.closesAt + LATE_GRACE_MS : Number.POSITIVE_INFINITY;
}

/** The instant at which the lesson must be ticked next, or null. A restart loses no countdown: it is all in the state. */
export function nextDeadline(state: LessonState): Time | null {
  const turnEnds = state.turn?.endsAt ?? Number.POSITIVE_INFINITY;
  const roundEnds = state.round ? deadlineOf(state.round) : Number.POSITIVE_INFINITY;
  const next = Math.min(turnEnds, roundEnds);
  return next === Number.POSITIVE_INFINITY ? null : next;
}
