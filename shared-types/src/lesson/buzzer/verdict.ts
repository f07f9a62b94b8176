import { refuse } from '../../refusals.ts';
import type { Context } from '../decide/context.ts';
import { happen, type Outcome, unless } from '../decide/outcome.ts';
import type { LessonEvent } from '../events.ts';
import type { LessonState, Time } from '../state.ts';
import type { BuzzerRound, Place } from './buzzer-state.ts';
import { orderOf } from './ranking.ts';

/** [BZ6] [BZ7] The order, as it stands now, is final. */
export function decided(state: LessonState, round: BuzzerRound, at: Time): LessonEvent {
  return { type: 'buzzer.decided', roundId: round.roundId, order: orderOf(round, state), at };
}

/** [BZ10] The lead teacher gives the point of the place that is to answer, or withholds it. Who share a place share the point. */
export function awardBuzzer(
  state: LessonState,
  { roundId, give }: { readonly roundId: string; readonly give: boolean },
  { now }: Context,
): Outcome {
  return atPlace(state, roundId, (round, current) =>
    unless([[round.verdicts.some(({ place }) => place === current.place), 'buzzer/already-awarded']], () => {
      const sharing = (round.order ?? []).filter(({ place }) => place === current.place);
      const points = give ? sharing.map((line) => pointOf(line)) : [];
      return happen({ type: 'buzzer.awarded', roundId, at: now, place: current.place, given: give, points });
    }),
  );
}

/** [BZ10] The lead teacher passes to the next in the order. */
export function passBuzzer(state: LessonState, roundId: string, { now }: Context): Outcome {
  return atPlace(state, roundId, (round, current) => {
    const called = round.order?.find(({ rank }) => rank === current.rank + 1);
    return called ? happen({ type: 'buzzer.passed', roundId, at: now, called }) : refuse('buzzer/no-next');
  });
}

function atPlace(
  { round }: LessonState,
  roundId: string,
  then: (round: BuzzerRound, current: Place) => Outcome,
): Outcome {
  if (round?.kind !== 'buzzer' || round.roundId !== roundId) return refuse('round/other');
  if (round.order === null) return refuse('round/not-closed');
  const current = round.order.find(({ rank }) => rank === round.current);
  return current ? then(round, current) : refuse('buzzer/no-next');
}

/** A pupil's point is the pupil's, unless a team or a class won it. */
function pointOf({ entrant, team }: Place) {
  const { classroomId } = entrant;
  return { classroomId, seatId: entrant.kind === 'seat' && team === null ? entrant.seatId : null };
}
