import { LEAD_PEER, type LessonState, mayWatch, type PeerId, type Track, type TrackId } from '@tongke/shared-types';
import type { Happened } from '../room/happened.ts';

/** What a peer is given unasked. */
interface Given {
  readonly peerId: PeerId;
  readonly trackIds: readonly TrackId[];
}

/**
 * [MD5] What teachers and boards will ask for next, for whoever is far would wait for the answer a whole round trip: with the lesson's
 * start what the lead teacher sends, and while it runs each voice, each shared screen, and the lead teacher's picture. Pure.
 */
export function offersOf({ event, after }: Happened): readonly Given[] {
  const tracks = freshOf({ event, after });
  // As with nearly every event of a lesson.
  if (tracks.length === 0) return [];
  return peersOf(after)
    .map((peerId) => ({
      peerId,
      trackIds: tracks.filter((track) => mayWatch(after, peerId, track)).map(({ trackId }) => trackId),
    }))
    .filter(({ trackIds }) => trackIds.length > 0);
}

/** Other rooms' pictures are shown in turn or not at all. */
function freshOf({ event, after }: Pick<Happened, 'event' | 'after'>): readonly Track[] {
  if (event.type === 'lesson.started') return Object.values(after.tracks).filter(({ peerId }) => peerId === LEAD_PEER);
  if (event.type !== 'track.published') return [];
  const { trackId, peerId, source } = event;
  return source === 'camera' && peerId !== LEAD_PEER ? [] : [{ trackId, peerId, source }];
}

function peersOf({ leadOnline, classrooms, seconds }: LessonState): readonly PeerId[] {
  const boards = Object.values(classrooms).filter(({ board }) => board.online);
  const others = Object.entries(seconds).filter(([, { online }]) => online);
  return [
    ...(leadOnline ? [LEAD_PEER] : []),
    ...boards.map(({ classroomId }) => classroomId),
    ...others.map(([staffId]) => staffId),
  ];
}
