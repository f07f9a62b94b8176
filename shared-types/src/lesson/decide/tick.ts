import { deadlineOf } from '../deadlines.ts';
import type { LessonEvent } from '../events.ts';
import type { LessonState, Time } from '../state.ts';
import { decided } from './buzzer.ts';
import { happen, type Outcome } from './outcome.ts';

/** What time alone brings about: a turn runs out, a buzzer is decided, a question closes. */
export function decideTick(state: LessonState, now: Time): Outcome {
  const events: LessonEvent[] = [];
  const { turn, round } = state;
  if (turn && now >= turn.endsAt) events.push({ type: 'turn.ended', turnId: turn.turnId, at: now, cause: 'time' });
  if (round && now >= deadlineOf(round)) {
    if (round.kind === 'buzzer') events.push(decided(round, now));
    else events.push({ type: 'question.closed', roundId: round.roundId, at: now });
  }
  return happen(...events);
}
