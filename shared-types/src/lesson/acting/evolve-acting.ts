import type { EventOf } from '../events.ts';
import type { LessonState } from '../state.ts';

type ActingEvent = EventOf<'acting.began' | 'acting.came' | 'acting.went' | 'acting.ended'>;

/** Who leads in the lead teacher's place. */
export function evolveActing(state: LessonState, event: ActingEvent): LessonState {
  switch (event.type) {
    case 'acting.began':
      return { ...state, acting: { by: event.by, awaySince: null } };
    case 'acting.came':
      return { ...state, acting: state.acting && { ...state.acting, awaySince: null } };
    case 'acting.went':
      return { ...state, acting: state.acting && { ...state.acting, awaySince: event.at } };
    case 'acting.ended':
      return { ...state, acting: null };
  }
}
