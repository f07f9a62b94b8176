import type { ClassroomId, LessonState, Track } from '@tongke/shared-types';
import { cameraOf, microphoneOf } from './tracks-of.ts';

/** What the lead teacher's screen wants: the voices that have the floor, then the cameras of its live tiles. */
export function leadTracks(view: LessonState, live: readonly ClassroomId[]): readonly Track[] {
  if (view.phase !== 'live') return [];
  const voices = view.floor.turns.map(({ classroomId }) => microphoneOf(view, classroomId));
  const cameras = live.map((classroomId) => cameraOf(view, classroomId));
  return [...voices, ...cameras].filter((track) => track !== null);
}
