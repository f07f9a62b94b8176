import type { BuzzerRound, Command, Place } from '@tongke/shared-types';
import { TURN_SECONDS } from './turn-seconds.ts';

export type BuzzerStep = 'speak' | 'give' | 'withhold' | 'pass' | 'end';

/** What the lead teacher does next, and what else may be done: speak, judge, then on to the next or to the end. Pure. */
export function buzzerSteps(
  { current, verdicts }: Pick<BuzzerRound, 'current' | 'verdicts'>,
  order: readonly Place[],
  speaking: boolean,
): { readonly next: BuzzerStep; readonly others: readonly BuzzerStep[] } {
  const called = order.find(({ rank }) => rank === current);
  if (!called) return { next: 'end', others: [] };
  const verdict = verdicts.find(({ place }) => place === called.place);
  const pass: readonly BuzzerStep[] = order.some(({ rank }) => rank > current) ? ['pass'] : [];
  if (!verdict && !speaking) return { next: 'speak', others: ['give', 'withhold', 'end'] };
  if (!verdict) return { next: 'give', others: ['withhold', 'end'] };
  if (verdict.given || pass.length === 0) return { next: 'end', others: pass };
  return { next: 'pass', others: ['end'] };
}

/** What a step asks of the lesson; `called` is whose turn to answer it is. */
export function commandOf(step: BuzzerStep, { roundId }: Pick<BuzzerRound, 'roundId'>, called?: Place): Command {
  if (step === 'speak' && called) {
    const { entrant } = called;
    const seatId = entrant.kind === 'seat' ? entrant.seatId : null;
    return { type: 'turn.give', classroomId: entrant.classroomId, seatId, seconds: TURN_SECONDS };
  }
  if (step === 'give' || step === 'withhold') return { type: 'buzzer.award', roundId, give: step === 'give' };
  return step === 'pass' ? { type: 'buzzer.next', roundId } : { type: 'round.dismiss', roundId };
}
