import { type ClassroomId, LEAD_PEER, type LessonState, type Track } from '@tongke/shared-types';
import { cameraOf, microphoneOf, screenTracks } from './tracks-of.ts';

/** What the lead teacher's screen wants: the voices that have the floor, a classroom’s shared screen, then the cameras of its live tiles. */
export function leadTracks(view: LessonState, live: readonly ClassroomId[]): readonly Track[] {
  if (view.phase !== 'live') return [];
  const voices = view.floor.turns.map(({ classroomId }) => microphoneOf(view, classroomId));
  const cameras = live.map((classroomId) => cameraOf(view, classroomId));
  const shared = screenTracks(view).filter(({ peerId }) => peerId !== LEAD_PEER);
  return [...voices, ...shared, ...cameras].filter((track) => track !== null);
}
