import { type ClassroomId, isSeenByRooms, LEAD_PEER, type LessonState, type SharedScreen } from '@tongke/shared-types';

/** [SH6] The screen that this board shows: not its own, and of a classroom only while other classrooms see that. */
export function sharedScreen(view: LessonState, classroomId: ClassroomId): SharedScreen | null {
  const { screen } = view;
  if (!screen || screen.peerId === classroomId) return null;
  return screen.peerId === LEAD_PEER || isSeenByRooms(view, screen.peerId) ? screen : null;
}
