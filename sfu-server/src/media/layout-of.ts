import { type Kept, type Layout, LEAD_PEER } from '@tongke/shared-types';
import type { LessonMedia } from './lesson-media.ts';
import type { Track } from './track.ts';
import type { Watch } from './watch.ts';

/** What a peer's screen wants now, and as what. */
export function layoutOf(watches: Iterable<Watch>, lesson: Pick<LessonMedia, 'holdsFloor'>): Layout {
  return [...watches]
    .filter(({ wanted }) => wanted)
    .map(({ track, layer }) => ({
      trackId: track.id,
      as: keptAs(track, lesson),
      layers: track.layers,
      wanted: layer,
      bitrates: track.bitrates,
    }));
}

function keptAs({ peerId, source }: Track, lesson: Pick<LessonMedia, 'holdsFloor'>): Kept {
  if (source === 'screen') return 'screen';
  if (source === 'screen-sound') return 'film-sound';
  if (source === 'microphone') return peerId === LEAD_PEER ? 'teacher-voice' : 'floor-voice';
  if (peerId === LEAD_PEER) return 'teacher-video';
  return lesson.holdsFloor(peerId) ? 'floor-video' : 'room-video';
}
