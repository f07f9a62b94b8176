import {
  type ClassroomId,
  isHeardByRooms,
  LEAD_PEER,
  type LessonState,
  mayWatch,
  type Track,
} from '@tongke/shared-types';
import { picturedRooms } from './pictured-rooms.ts';
import { cameraOf, microphoneOf, screenTracks } from './tracks-of.ts';

/**
 * What a board wants, voices first: the lead teacher, and the other classrooms that have a turn; then a shared screen; then pictures. Never the
 * own room. The board of the lead teacher's own class plays no sound: its laptop stands in the same room.
 */
export function boardTracks(view: LessonState, classroomId: ClassroomId): readonly Track[] {
  const room = view.classrooms[classroomId];
  if (view.phase !== 'live' || !room || room.left) return [];
  const others = view.floor.turns
    .map((turn) => turn.classroomId)
    .filter((peerId) => peerId !== classroomId && isHeardByRooms(view, peerId));
  const voices = room.own ? [] : [LEAD_PEER, ...others].map((peerId) => microphoneOf(view, peerId));
  const seen = [...(room.own ? [] : [LEAD_PEER]), ...picturedRooms(view, classroomId)];
  const shared = screenTracks(view).filter(
    (track) => (room.own ? track.source === 'screen' : true) && mayWatch(view, classroomId, track),
  );
  return [...voices, ...shared, ...seen.map((peerId) => cameraOf(view, peerId))].filter((track) => track !== null);
}
