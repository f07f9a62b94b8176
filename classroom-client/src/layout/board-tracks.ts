import { type ClassroomId, LEAD_PEER, type LessonState, type Track } from '@tongke/shared-types';
import { cameraOf, microphoneOf } from './tracks-of.ts';

/**
 * What a board wants, voices first: the lead teacher, and another classroom that has the turn. Never the own room.
 * The board of the lead teacher's own class plays no sound: its laptop stands in the same room.
 */
export function boardTracks(view: LessonState, classroomId: ClassroomId): readonly Track[] {
  const room = view.classrooms[classroomId];
  if (view.phase !== 'live' || !room || room.left) return [];
  const speaker = view.turn && view.turn.classroomId !== classroomId ? view.turn.classroomId : null;
  const voices = room.own ? [] : [microphoneOf(view, LEAD_PEER), speaker && microphoneOf(view, speaker)];
  const teacher = room.own ? null : cameraOf(view, LEAD_PEER);
  return [...voices, teacher, speaker && cameraOf(view, speaker)].filter((track) => track !== null && track !== '');
}
