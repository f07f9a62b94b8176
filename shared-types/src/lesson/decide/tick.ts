import { started } from '../buzzer/open-round.ts';
import { decided } from '../buzzer/verdict.ts';
import { abandonedAt, deadlineOf, speakerLostAt } from '../deadlines.ts';
import type { LessonEvent } from '../events.ts';
import type { LessonState, Time } from '../state.ts';
import { expiredHands } from './hands.ts';
import { endOf } from './lesson.ts';
import { happen, type Outcome } from './outcome.ts';
import { closed, opened } from './question/phases.ts';
import { agedWords } from './words.ts';

/** What time alone brings about: a turn runs out or loses its speaker, hands go down, a buzzer starts or is decided, a question closes, a word is missed or goes, an abandoned lesson ends. */
export function decideTick(state: LessonState, now: Time): Outcome {
  if (now >= abandonedAt(state)) return happen(...endOf(state, now));
  const events: LessonEvent[] = [];
  const { turn, round } = state;
  if (turn && now >= turn.endsAt) events.push({ type: 'turn.ended', turnId: turn.turnId, at: now, cause: 'time' });
  else if (turn && now >= speakerLostAt(state)) {
    events.push({ type: 'turn.ended', turnId: turn.turnId, at: now, cause: 'link' });
  }
  events.push(...expiredHands(state, now));
  if (round && now >= deadlineOf(state, round)) {
    if (round.kind === 'buzzer') {
      events.push(...(round.phase === 'armed' ? started(round, [], now) : [decided(state, round, now)]));
    } else events.push(round.phase === 'reading' ? opened(round, now) : closed(state, round, now));
  }
  return happen(...events, ...agedWords(state, now));
}
