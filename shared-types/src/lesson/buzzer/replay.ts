import type { RoundId } from '../../ids.ts';
import type { LessonEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import { EMPTY_LESSON, type LessonState } from '../state.ts';
import type { BuzzerRound, Place, Press } from './buzzer-state.ts';
import { entrantKey } from './entrant.ts';
import { UNMEASURED } from './measure.ts';
import { orderOf } from './ranking.ts';
import { judge } from './reaction.ts';

/**
 * [BZ12] The order of a round from a lesson's whole log alone: every press is judged anew by the numbers that were kept, and nothing
 * that was decided is believed. Null when the log holds no decision of that round. Presses of logs from before they were measured
 * carry no such numbers.
 */
export function replayBuzzer(log: readonly LessonEvent[], roundId: RoundId): readonly Place[] | null {
  let state: LessonState = EMPTY_LESSON;
  for (const event of log) {
    const { round } = state;
    if (event.type === 'buzzer.decided' && event.roundId === roundId && round?.kind === 'buzzer') {
      return orderOf({ ...round, presses: round.presses.map((press) => judgedAnew(round, press)) }, state);
    }
    state = evolve(state, event);
  }
  return null;
}

function judgedAnew({ measures }: BuzzerRound, press: Press): Press {
  const { entrant, waited, claimed } = press;
  const measure = measures[entrantKey(entrant)] ?? UNMEASURED;
  return { ...press, ...judge({ waited, claimed, hand: entrant.kind === 'hand' }, measure) };
}
