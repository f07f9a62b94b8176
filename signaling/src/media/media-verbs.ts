import {
  CEILINGS,
  LEAD_PEER,
  type LessonState,
  linkOf,
  type PeerId,
  type SfuRequest,
  type Time,
  type TrackSource,
} from '@tongke/shared-types';
import type { Happened } from '../room/happened.ts';

type OfLesson = Extract<SfuRequest, { lessonId: string }>;
type Bare<T> = T extends OfLesson ? Omit<T, 'lessonId' | 'epoch'> : never;

/** A verb for the SFU, before it is addressed to a lesson and signed with the owner's epoch. */
export type MediaVerb = Bare<OfLesson>;

/** [MD2] [MD3] What an event means for the SFU. Pure: the grants follow the floor, and covers and ends close what they must. */
export function mediaVerbs({ event, before, after }: Happened, now: Time): readonly MediaVerb[] {
  switch (event.type) {
    case 'turn.given':
      return after.classrooms[event.classroomId]?.own ? [] : [microphoneGrant(event.classroomId, event.endsAt - now)];
    case 'turn.ended':
      return before.turn?.turnId === event.turnId ? endOfTurn(before, before.turn.classroomId) : [];
    case 'classroom.configured':
      return event.cameraAllowed ? [] : [{ type: 'grant.clear', peerId: event.classroomId, source: 'camera' }];
    case 'camera.covered':
    case 'classroom.left':
      return [{ type: 'grant.clear', peerId: event.classroomId, source: 'camera' }];
    case 'link.chosen':
      return [ceilingVerb(after, event.classroomId)];
    case 'lesson.ended':
      return Object.values(before.tracks)
        .filter(({ peerId }) => peerId !== LEAD_PEER)
        .map(({ peerId, source }) => ({ type: 'grant.clear', peerId, source }) as const);
    default:
      return [];
  }
}

/** A room's microphone may be open for this long and no longer; the SFU counts. */
export function microphoneGrant(peerId: PeerId, ttlMs: number): MediaVerb {
  return { type: 'grant.set', peerId, source: 'microphone', ttlMs: Math.max(1, Math.ceil(ttlMs)) };
}

/** [WL9] What the lead teacher wants of this link at most. */
export function ceilingVerb(state: LessonState, peerId: PeerId): MediaVerb {
  return { type: 'peer.ceiling', peerId, ...CEILINGS[linkOf(state, peerId).choice] };
}

/** Nobody hears the room any longer, and only the lead teacher still sees it. */
function endOfTurn(state: LessonState, peerId: PeerId): MediaVerb[] {
  if (state.classrooms[peerId]?.own) return [];
  return [
    { type: 'grant.clear', peerId, source: 'microphone' },
    ...tracksOf(state, peerId, 'camera').map(
      (trackId): MediaVerb => ({ type: 'track.audience', trackId, peerIds: [LEAD_PEER] }),
    ),
  ];
}

/** The tracks of this kind that a peer publishes. */
export function tracksOf(state: LessonState, peerId: PeerId, source: TrackSource): string[] {
  return Object.values(state.tracks)
    .filter((track) => track.peerId === peerId && track.source === source)
    .map(({ trackId }) => trackId);
}
