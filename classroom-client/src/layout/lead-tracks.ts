import type { ClassroomId, LessonState, Track } from '@tongke/shared-types';
import { cameraOf, microphoneOf } from './tracks-of.ts';

/** What the lead teacher's screen wants: the voice that has the floor, then the cameras of its live tiles. */
export function leadTracks(view: LessonState, live: readonly ClassroomId[]): readonly Track[] {
  if (view.phase !== 'live') return [];
  const voice = view.turn && microphoneOf(view, view.turn.classroomId);
  const cameras = live.map((classroomId) => cameraOf(view, classroomId));
  return [voice, ...cameras].filter((track) => track !== null);
}
