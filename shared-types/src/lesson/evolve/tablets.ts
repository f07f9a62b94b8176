import { entryOf } from '../entry-of.ts';
import type { EventOf } from '../events.ts';
import type { LessonState, SharedTablet } from '../state.ts';
import { withClassroom } from './with-classroom.ts';

type TabletEvent = EventOf<'tablet.requested' | 'tablet.shared' | 'tablet.unshared' | 'tablet.came' | 'tablet.went'>;

/** Tablets that are handed round in their classrooms. */
export function evolveTablets(state: LessonState, event: TabletEvent): LessonState {
  const { classroomId, tabletId } = event;
  const change = (what: Partial<SharedTablet>) =>
    withClassroom(state, classroomId, ({ tablets }) => {
      const tablet = entryOf(tablets, tabletId);
      return tablet ? { tablets: { ...tablets, [tabletId]: { ...tablet, ...what } } } : {};
    });
  switch (event.type) {
    case 'tablet.requested': {
      const { number, device, at } = event;
      return withClassroom(state, classroomId, ({ tablets }) => ({
        tablets: { ...tablets, [tabletId]: { tabletId, number, device, allowed: false, online: false, at } },
      }));
    }
    case 'tablet.shared':
      return change({ allowed: true, online: true, at: event.at });
    case 'tablet.unshared':
      return withClassroom(state, classroomId, ({ tablets }) => {
        const { [tabletId]: _, ...others } = tablets;
        return { tablets: others };
      });
    case 'tablet.came':
      return change({ online: true });
    case 'tablet.went':
      return change({ online: false });
  }
}
