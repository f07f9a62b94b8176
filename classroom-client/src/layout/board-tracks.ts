import {
  type ClassroomId,
  isHeardByRooms,
  isSeenByRooms,
  LEAD_PEER,
  type LessonState,
  type Track,
} from '@tongke/shared-types';
import { cameraOf, microphoneOf } from './tracks-of.ts';

/** The most other classrooms that a board shows as video: six pictures would cost a rural link the voices. */
export const MOST_PICTURES = 2;

/**
 * What a board wants, voices first: the lead teacher, and the other classrooms that have a turn; then their pictures, of the first
 * two. Never the own room. The board of the lead teacher's own class plays no sound: its laptop stands in the same room.
 */
export function boardTracks(view: LessonState, classroomId: ClassroomId): readonly Track[] {
  const room = view.classrooms[classroomId];
  if (view.phase !== 'live' || !room || room.left) return [];
  const others = view.floor.turns
    .map((turn) => turn.classroomId)
    .filter((peerId) => peerId !== classroomId && isHeardByRooms(view, peerId));
  const voices = room.own ? [] : [LEAD_PEER, ...others].map((peerId) => microphoneOf(view, peerId));
  const seen = [
    ...(room.own ? [] : [LEAD_PEER]),
    ...others.filter((peerId) => isSeenByRooms(view, peerId)).slice(0, MOST_PICTURES),
  ];
  return [...voices, ...seen.map((peerId) => cameraOf(view, peerId))].filter((track) => track !== null);
}
