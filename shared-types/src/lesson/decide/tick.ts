import { started } from '../buzzer/open-round.ts';
import { decided } from '../buzzer/verdict.ts';
import { abandonedAt, deadlineOf, isUnled } from '../deadlines.ts';
import type { LessonEvent } from '../events.ts';
import type { LessonState } from '../state.ts';
import { goneClock } from './clock.ts';
import type { Context } from './context.ts';
import { expiredTurns } from './floor.ts';
import { expiredHands } from './hands.ts';
import { leadGone } from './lead-gone.ts';
import { endOf } from './lesson.ts';
import { happen, type Outcome } from './outcome.ts';
import { closed, opened } from './question/phases.ts';
import { lostScreen } from './screen.ts';
import { agedWords } from './words.ts';

/** What time alone brings about: the lead teacher or who acts as one is missed, a turn runs out or loses its speaker, hands go down, a buzzer starts or is decided, a question closes, a word is missed or goes, a shared screen ends, a countdown goes, an abandoned lesson ends. */
export function decideTick(state: LessonState, context: Context): Outcome {
  const { now } = context;
  if (now >= abandonedAt(state)) return happen(...endOf(state, now));
  const events: LessonEvent[] = [];
  const { round } = state;
  events.push(...leadGone(state, now), ...(isUnled(state, now) ? [] : expiredTurns(state, context)));
  events.push(...expiredHands(state, now));
  if (round && now >= deadlineOf(state, round)) {
    if (round.kind === 'buzzer') {
      events.push(...(round.phase === 'armed' ? started(round, [], now) : [decided(state, round, now)]));
    } else events.push(round.phase === 'reading' ? opened(round, now) : closed(state, round, now));
  }
  return happen(...events, ...agedWords(state, now), ...lostScreen(state, now), ...goneClock(state, now));
}
