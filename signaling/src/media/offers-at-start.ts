import { LEAD_PEER, mayWatch, type PeerId, type TrackId } from '@tongke/shared-types';
import type { Happened } from '../room/happened.ts';

/** What a peer is given unasked. */
interface Given {
  readonly peerId: PeerId;
  readonly trackIds: readonly TrackId[];
}

/**
 * [MD5] When the lesson starts, what of the lead teacher the waiting boards and second teachers will ask for: whoever is far would wait
 * for the answer a whole round trip. Nothing for any other event. Pure.
 */
export function offersAtStart({ event, after }: Happened): readonly Given[] {
  if (event.type !== 'lesson.started') return [];
  const boards = Object.values(after.classrooms).filter(({ board }) => board.online);
  const seconds = Object.entries(after.seconds).filter(([, { online }]) => online);
  const waiting = [...boards.map(({ classroomId }) => classroomId), ...seconds.map(([staffId]) => staffId)];
  const taught = Object.values(after.tracks).filter(({ peerId }) => peerId === LEAD_PEER);
  return waiting
    .map((peerId) => ({
      peerId,
      trackIds: taught.filter((track) => mayWatch(after, peerId, track)).map(({ trackId }) => trackId),
    }))
    .filter(({ trackIds }) => trackIds.length > 0);
}
