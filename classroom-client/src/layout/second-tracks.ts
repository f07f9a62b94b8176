import { isHeardByRooms, LEAD_PEER, type LessonState, type Track } from '@tongke/shared-types';
import { picturedRooms } from './pictured-rooms.ts';
import { cameraOf, microphoneOf, screenTracks } from './tracks-of.ts';

/**
 * [LD6] What a second teacher's screen wants: voices where it plays sound at all (beside the lead teacher's laptop it should not), a shared screen,
 * then the lead teacher and the classrooms that have a turn.
 */
export function secondTracks(view: LessonState, sound: boolean): readonly Track[] {
  if (view.phase !== 'live') return [];
  const heard = view.floor.turns.map(({ classroomId }) => classroomId).filter((id) => isHeardByRooms(view, id));
  const voices = sound ? [LEAD_PEER, ...heard].map((peerId) => microphoneOf(view, peerId)) : [];
  const shared = screenTracks(view).filter(({ source }) => sound || source === 'screen');
  const seen = [LEAD_PEER, ...picturedRooms(view, '')].map((peerId) => cameraOf(view, peerId));
  return [...voices, ...shared, ...seen].filter((track) => track !== null);
}
