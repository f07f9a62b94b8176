import type { TrackId } from '@tongke/shared-types';
import type { MediaState } from './media-store.ts';

/** The picture of a track that runs: not one that has not come yet, nor the last frame of one that the link does not carry. */
export function shownTrack(
  { remote, held }: Pick<MediaState, 'remote' | 'held'>,
  trackId: TrackId | undefined,
): MediaStreamTrack | undefined {
  return trackId === undefined || held.includes(trackId) ? undefined : remote[trackId];
}
