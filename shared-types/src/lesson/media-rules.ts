import type { PeerId } from '../ids.ts';
import { LEAD_PEER } from '../ids.ts';
import type { Refusal } from '../refusals.ts';
import { isUnled, turnOverAt } from './deadlines.ts';
import { entryOf } from './entry-of.ts';
import { turnOfRoom } from './floor/turn-of-room.ts';
import type { LessonState, Time, Track, TrackSource } from './state.ts';

/** [FL7] Why a peer may not publish this source now, or null when it may. Tablets and phones are no peers at all. */
export function mayPublish(state: LessonState, peerId: PeerId, source: TrackSource, now: Time): Refusal | null {
  if (state.phase === 'ended') return 'lesson/ended';
  if (isOfScreen(source)) return maySendScreen(state, peerId, source);
  // The lead teacher's camera and microphone are checked in the lobby; nobody may watch them before the start.
  if (peerId === LEAD_PEER) return null;
  const classroom = entryOf(state.classrooms, peerId);
  if (!classroom) return 'classroom/unknown';
  if (state.phase !== 'live') return 'lesson/not-live';
  if (classroom.own || classroom.left) return 'not-allowed';
  if (source === 'microphone') return mayTalk(state, peerId, now) ? null : 'media/no-turn';
  if (!classroom.cameraAllowed) return 'media/camera-not-allowed';
  return classroom.covered ? 'media/covered' : null;
}

/** [FL8] True when the peer may receive this track: boards the teacher's and the turns', the teacher every room's. */
export function mayWatch(state: LessonState, peerId: PeerId, track: Track): boolean {
  if (state.phase !== 'live' || track.peerId === peerId) return false;
  if (peerId === LEAD_PEER) return true;
  const fromRoom = track.source === 'microphone' ? isHeardByRooms : isSeenByRooms;
  return track.peerId === LEAD_PEER || fromRoom(state, track.peerId);
}

/** True for what a shared screen sends. */
export function isOfScreen(source: TrackSource): source is 'screen' | 'screen-sound' {
  return source === 'screen' || source === 'screen-sound';
}

/** [SH1] [SH2] Only of whoever shares a screen now, and sound with a film alone. A turn that is over has ended the sharing. */
function maySendScreen({ screen }: LessonState, peerId: PeerId, source: 'screen' | 'screen-sound'): Refusal | null {
  const silent = source === 'screen-sound' && screen?.style !== 'motion';
  return screen?.peerId === peerId && !silent ? null : 'screen/none';
}

/** True while the classroom holds the floor, also where the clock has not ended the turn yet that is over. */
export function mayTalk(state: LessonState, classroomId: string, now: Time): boolean {
  const turn = turnOfRoom(state, classroomId);
  return turn !== undefined && turn.acceptBy === null && now < turnOverAt(turn) && !isUnled(state, now);
}

/** True while other classrooms may see this one: as long as they hear it, but not all at once. */
export function isSeenByRooms(state: LessonState, classroomId: string): boolean {
  return state.floor.mode !== 'chorus' && isHeardByRooms(state, classroomId);
}

/** True while other classrooms may hear this one: not before its microphone may be open, and not while the teacher listens alone. */
export function isHeardByRooms(state: LessonState, classroomId: string): boolean {
  const turn = turnOfRoom(state, classroomId);
  return turn !== undefined && turn.acceptBy === null && !turn.listen;
}
