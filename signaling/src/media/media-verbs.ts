import {
  CEILINGS,
  LEAD_PEER,
  type LessonState,
  linkOf,
  type PeerId,
  type SfuRequest,
  type Time,
  type TrackSource,
  type Turn,
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
    case 'turn.accepted':
      return after.floor.turns
        .filter((turn) => turn.turnId === event.turnId && needsGrant(after, turn))
        .map((turn) => turnGrant(turn, 'microphone', now));
    case 'turn.ended': {
      const over = before.floor.turns.filter(({ turnId }) => turnId === event.turnId);
      return [...over.flatMap(({ classroomId }) => endOfTurn(before, classroomId)), ...screenVerbs(before, after)];
    }
    case 'screen.shared':
    case 'screen.ended':
      return screenVerbs(before, after);
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

/** How long the SFU keeps a microphone open whose turn has no end, in ms; renewed while the turn lasts. */
export const LEASE_MS = 15_000;

/** What a room may send for its turn alone may be open until that ends, and without an end for one lease; the SFU counts. */
export function turnGrant(
  { classroomId, endsAt }: Pick<Turn, 'classroomId' | 'endsAt'>,
  source: Exclude<TrackSource, 'camera'>,
  now: Time,
): MediaVerb {
  const ttlMs = endsAt === null ? LEASE_MS : Math.max(1, Math.ceil(endsAt - now));
  return { type: 'grant.set', peerId: classroomId, source, ttlMs };
}

/** [FL14] The grants that are to be renewed before their lease runs out: those of turns without an end. */
export function leases(state: LessonState, now: Time): readonly MediaVerb[] {
  if (state.phase !== 'live') return [];
  return state.floor.turns
    .filter((turn) => turn.endsAt === null && needsGrant(state, turn))
    .flatMap((turn) => sentIn(state, turn).map((source) => turnGrant(turn, source, now)));
}

/** What a room may send for its turn alone. */
function sentIn({ screen }: LessonState, { classroomId }: Turn): readonly Exclude<TrackSource, 'camera'>[] {
  return screen?.peerId === classroomId ? ['microphone', ...OF_SCREEN] : ['microphone'];
}

const OF_SCREEN = ['screen', 'screen-sound'] as const;

/** [SH2] Whoever shared a screen sends it no longer; of a film that gives way to text, the sound. */
function screenVerbs(before: LessonState, after: LessonState): MediaVerb[] {
  const { screen } = before;
  if (!screen || screen === after.screen) return [];
  const same = screen.peerId === after.screen?.peerId;
  const over = OF_SCREEN.filter((source) => !same || (source === 'screen-sound' && after.screen?.style === 'detail'));
  return over.map((source) => ({ type: 'grant.clear', peerId: screen.peerId, source }));
}

/** True for a turn whose microphone may open, unless that is the lead teacher's own. */
function needsGrant(state: LessonState, { classroomId, acceptBy }: Turn): boolean {
  return acceptBy === null && !state.classrooms[classroomId]?.own;
}

/** [FL19] Whose microphones are gated by their loudness: those that may be open in a chorus. */
export function chorusOf({ phase, floor }: LessonState): MediaVerb {
  const speaks =
    phase === 'live' && floor.mode === 'chorus' ? floor.turns.filter(({ acceptBy }) => acceptBy === null) : [];
  return { type: 'chorus.set', peerIds: speaks.map(({ classroomId }) => classroomId), always: [LEAD_PEER] };
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
