import type { Refusal } from '../../refusals.ts';
import { refuse } from '../../refusals.ts';
import type { Context } from '../decide/context.ts';
import { happen, type Outcome, unless } from '../decide/outcome.ts';
import { findSeat } from '../decide/seats.ts';
import { entryOf } from '../entry-of.ts';
import type { LessonState } from '../state.ts';
import type { BuzzerRound } from './buzzer-state.ts';
import { type Entrant, entrantKey, isSameEntrant } from './entrant.ts';
import { grain } from './grain.ts';
import { mayCount } from './may-count.ts';
import { type Measure, UNMEASURED } from './measure.ts';
import { FASTEST_MS, judge } from './reaction.ts';

/** Who pressed too early may press again after this time, in ms. */
const LOCKED_MS = 250;

/** A press as the server measured it. */
export interface MeasuredPress {
  readonly roundId: string;
  readonly entrant: Entrant;
  /** W, in ms: from the key's departure to the arrival, or from the start of the round for a screen that got no key of its own. */
  readonly waited: number;
  /** R̂, in ms: pressed − shown − late as the device says; null where it says nothing, and for a hand. */
  readonly claimed: number | null;
  readonly path: 'data' | 'socket';
  /** The screen says itself that it had not shown the cue. */
  readonly early: boolean;
  /** From the arrival of the word that the cue was shown to that of the press, in ms; null where there was no such word. */
  readonly interval?: number | null;
}

/** [BZ3] [BZ4] [BZ5] Judges a press: refused, a false start, or one that counts. */
export function pressMeasured(state: LessonState, press: MeasuredPress, { now }: Pick<Context, 'now'>): Outcome {
  const { round } = state;
  const { roundId, entrant, path } = press;
  if (round?.kind !== 'buzzer' || round.roundId !== roundId) return refuse('round/other');
  const key = entrantKey(entrant);
  const { presses, phase, closesAt } = round;
  const admitted = admission(state, round, entrant);
  return unless(
    [
      [phase === 'decided' || (closesAt !== null && now >= closesAt), 'round/closed'],
      [presses.some((other) => isSameEntrant(other.entrant, entrant)), 'buzzer/already-pressed'],
      [now < (entryOf(round.falseStarts, key) ?? 0), 'buzzer/locked'],
      [admitted !== null, admitted ?? 'not-allowed'],
    ],
    () => {
      const waited = grain(press.waited);
      const claimed = press.claimed === null ? null : grain(press.claimed);
      const measure = entryOf(round.measures, key) ?? UNMEASURED;
      const judged = judge({ waited, claimed, hand: entrant.kind === 'hand' }, measure);
      if (phase === 'armed' || press.early || judged.reaction < FASTEST_MS) {
        return happen({ type: 'buzzer.false-started', roundId, entrant, at: now, until: now + LOCKED_MS });
      }
      const pressed = (entryOf(round.pressed, entrant.classroomId) ?? 0) + 1;
      const checked = crossCheck(press.interval ?? null, claimed, measure);
      const marks = { ...(measure.alone && { alone: true }), ...(measure.path === 'socket' && { socketOnly: true }) };
      const numbers = { waited, claimed, ...judged, ...checked, ...marks };
      return happen({ type: 'buzzer.pressed', roundId, entrant, at: now, ...numbers, path, pressed });
    },
  );
}

/** [TM9] The device tells of another reaction than the time between its words, by more than its link explains. */
function crossCheck(between: number | null, claimed: number | null, { late, slack }: Measure) {
  if (between === null || claimed === null) return {};
  const interval = grain(between);
  return Math.abs(interval - (claimed + late)) > slack ? { interval, doubted: true } : { interval };
}

/** A press of a screen whose link nobody measures: it counts by its arrival since the start. */
export function pressUnmeasured(state: LessonState, roundId: string, entrant: Entrant, context: Context): Outcome {
  const { round } = state;
  const startedAt = (round?.kind === 'buzzer' ? round.startedAt : null) ?? context.now;
  const waited = context.now - startedAt;
  return pressMeasured(state, { roundId, entrant, waited, claimed: null, path: 'socket', early: false }, context);
}

/** [BZ8] [BZ9] Why this entrant takes no part in the round, or null when it does. */
function admission(state: LessonState, round: BuzzerRound, entrant: Entrant): Refusal | null {
  const { classroomId } = entrant;
  const classroom = entryOf(state.classrooms, classroomId);
  if (!classroom) return 'classroom/unknown';
  if (!mayCount(state, round, classroomId)) return 'buzzer/class-waits';
  if (entrant.kind === 'seat') return findSeat(state, classroomId, entrant.seatId) ? null : 'seat/none';
  if (Object.values(classroom.seats).some(({ online }) => online)) return 'buzzer/has-tablets';
  return entrant.kind === 'hand' && round.mode === 'teams' ? 'not-allowed' : null;
}
