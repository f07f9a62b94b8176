import type { EventOf } from '../events.ts';
import type { LessonState } from '../state.ts';
import type { Works } from './works.ts';

/** The tray, and what stands on the boards. */
export function evolveWorks(
  state: LessonState,
  event: EventOf<'works.opened' | 'works.closed' | 'work.sent' | 'work.removed' | 'works.shown'>,
): LessonState {
  return { ...state, works: next(state.works, event) };
}

function next(works: Works, event: Parameters<typeof evolveWorks>[1]): Works {
  switch (event.type) {
    case 'works.opened':
      return { ...works, open: true };
    case 'works.closed':
      return { ...works, open: false };
    case 'work.sent': {
      const { type: _, ...work } = event;
      return { ...works, tray: [...works.tray, work] };
    }
    case 'work.removed':
      return { ...works, tray: works.tray.filter(({ workId }) => workId !== event.workId) };
    case 'works.shown':
      return { ...works, shown: event.works };
  }
}
