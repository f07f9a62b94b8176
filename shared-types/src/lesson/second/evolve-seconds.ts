import type { EventOf } from '../events.ts';
import { filterKeys } from '../records.ts';
import type { LessonState } from '../state.ts';

type SecondEvent = EventOf<'second.added' | 'second.removed' | 'second.came' | 'second.went'>;

/** Who the second teachers are, and who of them is here. */
export function evolveSeconds(state: LessonState, event: SecondEvent): LessonState {
  const { staffId } = event;
  if (event.type === 'second.removed') {
    return { ...state, seconds: filterKeys(state.seconds, (other) => other !== staffId) };
  }
  return { ...state, seconds: { ...state.seconds, [staffId]: { online: event.type === 'second.came' } } };
}
