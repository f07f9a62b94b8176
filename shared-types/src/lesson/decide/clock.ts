import { refuse } from '../../refusals.ts';
import { readClock } from '../clock/lesson-clock.ts';
import { clockGoesAt } from '../deadlines.ts';
import type { LessonEvent } from '../events.ts';
import type { LessonState } from '../state.ts';
import type { Context } from './context.ts';
import { happen, type Outcome } from './outcome.ts';

/** [CK1] A countdown of so many seconds, or a clock that counts up, in place of the one before. */
export function startClock(state: LessonState, seconds: number | null, { now, newId }: Context): Outcome {
  if (state.phase !== 'live') return refuse('lesson/not-live');
  return happen({ type: 'clock.started', clockId: newId(), seconds, at: now });
}

/** [CK2] The clock rests; one that rests or is over already stays as it is. */
export function pauseClock({ clock }: LessonState, { now }: Context): Outcome {
  if (!clock || clock.from === null || readClock(clock, now).over) return happen();
  return happen({ type: 'clock.paused', passed: Math.max(0, now - clock.from) });
}

/** [CK2] A clock that rests goes on from where it stood. */
export function resumeClock({ clock }: LessonState, { now }: Context): Outcome {
  return clock?.from === null ? happen({ type: 'clock.resumed', at: now }) : happen();
}

/** [CK2] The clock leaves the screens. */
export function stopClock({ clock }: LessonState): Outcome {
  return clock ? happen({ type: 'clock.stopped' }) : happen();
}

/** [CK3] A countdown that has been over for long enough leaves the screens. */
export function goneClock(state: LessonState, now: number): LessonEvent[] {
  return now >= clockGoesAt(state) ? [{ type: 'clock.stopped' }] : [];
}
