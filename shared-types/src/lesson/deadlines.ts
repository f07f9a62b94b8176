import { LEAD_PEER } from '../ids.ts';
import { START_GRACE_MS } from './buzzer/open-round.ts';
import { decidesAt } from './buzzer/watermark.ts';
import { CLOCK_OVER_MS } from './clock/lesson-clock.ts';
import type { Turn } from './floor/floor.ts';
import { SHARER_GRACE_MS } from './screen/shared-screen.ts';
import type { Hand, LessonState, Round, Time } from './state.ts';

/** An answer that was on its way when the countdown reached zero still counts for this long, in ms. */
export const LATE_GRACE_MS = 1_500;

/** A room that has the turn keeps it through a short cut of its link, in ms. */
export const SPEAKER_GRACE_MS = 10_000;

/** [LD1] [LD5] The turns go on through a short cut of the link of whoever leads, in ms. */
export const LEAD_GRACE_MS = 10_000;

/** [FL10] A raised hand goes down by itself after this long, in ms: by then the lesson, of 40 minutes, speaks of something else. */
export const HAND_MS = 10 * 60_000;

/** A lesson whose lead teacher never came back is over after this long, in ms: its classrooms are free for the next one. */
export const ABANDONED_MS = 2 * 60 * 60_000;

/** A lesson this old, in ms, has been forgotten: it ends as soon as its lead teacher is gone. */
export const FORGOTTEN_MS = 12 * 60 * 60_000;

const NEVER = Number.POSITIVE_INFINITY;

/** When a lesson that its lead teacher has left will end by itself; Infinity while the teacher is here. */
export function abandonedAt({
  phase,
  leadAwaySince,
  startedAt,
}: Pick<LessonState, 'phase' | 'leadAwaySince' | 'startedAt'>): Time {
  if (phase !== 'live' || leadAwaySince === null || startedAt === null) return NEVER;
  return Math.min(leadAwaySince + ABANDONED_MS, Math.max(leadAwaySince, startedAt + FORGOTTEN_MS));
}

/** [LD1] When a running lesson will miss its lead teacher; Infinity while the teacher is here, and once it has. */
export function leadMissedAt({
  phase,
  leadAwaySince,
  leadMissed,
}: Pick<LessonState, 'phase' | 'leadAwaySince' | 'leadMissed'>): Time {
  return phase !== 'live' || leadAwaySince === null || leadMissed ? NEVER : leadAwaySince + LEAD_GRACE_MS;
}

/** [LD5] When who leads in the lead teacher's place will do so no longer, for want of a screen; Infinity otherwise. */
export function actingLostAt({ acting }: Pick<LessonState, 'acting'>): Time {
  return acting === null || acting.awaySince === null ? NEVER : acting.awaySince + LEAD_GRACE_MS;
}

/** True at the instant from which nobody leads: neither the lead teacher nor anybody in the teacher's place. */
export function isUnled(
  state: Pick<LessonState, 'phase' | 'leadAwaySince' | 'leadMissed' | 'acting'>,
  now: Time,
): boolean {
  const lost = now >= actingLostAt(state);
  const missed = now >= leadMissedAt(state);
  return state.acting === null ? missed : lost && (missed || state.leadMissed);
}

/** When time alone will end a turn: it is over, or was not accepted; Infinity when it never will. */
export function turnOverAt({ acceptBy, endsAt }: Pick<Turn, 'acceptBy' | 'endsAt'>): Time {
  return acceptBy ?? endsAt ?? NEVER;
}

/** When a turn will end for want of its speaker; Infinity while the speaker is here. */
export function speakerLostAt({ awaySince }: Pick<Turn, 'awaySince'>): Time {
  return awaySince === null ? NEVER : awaySince + SPEAKER_GRACE_MS;
}

/** [SH3] When the shared screen ends for want of the lead teacher; Infinity while the teacher is here. A classroom's ends with its turn. */
export function screenLostAt({ screen, leadAwaySince }: Pick<LessonState, 'screen' | 'leadAwaySince'>): Time {
  return screen?.peerId === LEAD_PEER && leadAwaySince !== null ? leadAwaySince + SHARER_GRACE_MS : NEVER;
}

/** [CK3] When a countdown that is over leaves the screens; Infinity for a clock that rests or counts up. */
export function clockGoesAt({ clock }: Pick<LessonState, 'clock'>): Time {
  return clock?.seconds && clock.from !== null ? clock.from + clock.seconds * 1000 + CLOCK_OVER_MS : NEVER;
}

/** When this hand goes down by itself; a changed reason makes it no younger. */
export function handDownAt({ at }: Pick<Hand, 'at'>): Time {
  return at + HAND_MS;
}

/** When time alone will change this round; Infinity when it never will. */
export function deadlineOf(state: LessonState, round: Round): Time {
  if (round.kind === 'buzzer') {
    if (round.phase === 'armed') return round.startsAt === null ? NEVER : round.startsAt + START_GRACE_MS;
    return decidesAt(state, round);
  }
  if (round.phase === 'reading') return round.opensAt;
  return round.phase === 'open' ? round.takesUntil : NEVER;
}

/** The instant at which the lesson must be ticked next, or null. A restart loses no countdown: it is all in the state. */
export function nextDeadline(state: LessonState): Time | null {
  const turnEnds = Math.min(...state.floor.turns.map((turn) => Math.min(turnOverAt(turn), speakerLostAt(turn))));
  const roundEnds = state.round ? deadlineOf(state, state.round) : NEVER;
  // The clock may have been set since: the first in the queue need not be the first to go.
  const handGoes = Math.min(...state.hands.map(handDownAt));
  const wordGoes = Math.min(...state.words.map(({ until }) => until));
  const leadGoes = Math.min(abandonedAt(state), leadMissedAt(state), actingLostAt(state), screenLostAt(state));
  const next = Math.min(turnEnds, roundEnds, handGoes, leadGoes, wordGoes, clockGoesAt(state));
  return next === NEVER ? null : next;
}
