import type { EventOf } from '../events.ts';
import type { LessonState } from '../state.ts';

/** The clock that everybody sees. */
export function evolveClock(
  state: LessonState,
  event: EventOf<'clock.started' | 'clock.paused' | 'clock.resumed' | 'clock.stopped'>,
): LessonState {
  const { clock } = state;
  switch (event.type) {
    case 'clock.started': {
      const { clockId, seconds, at } = event;
      return { ...state, clock: { clockId, seconds, from: at, passed: 0 } };
    }
    case 'clock.paused':
      return { ...state, clock: clock && { ...clock, from: null, passed: event.passed } };
    case 'clock.resumed':
      return { ...state, clock: clock && { ...clock, from: event.at - clock.passed, passed: 0 } };
    case 'clock.stopped':
      return { ...state, clock: null };
  }
}
