import { type Classroom, type LessonState, linkOf } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { cameraOf } from '../../layout/tracks-of.ts';
import type { LessonMedia } from '../../media/lesson-media.ts';
import { shownTrack } from '../../media/shown-track.ts';
import { useMedia } from '../../media/use-media.ts';
import { VideoView } from '../../media/VideoView.tsx';
import css from './RoomPicture.module.css';
import { noPictureWords } from './room-status.ts';

interface Props {
  readonly view: LessonState;
  readonly room: Classroom;
  readonly media: LessonMedia;
}

/** What is seen of a classroom: live video, else its latest still, else why there is nothing, in words. */
export function RoomPicture({ view, room, media }: Props) {
  const t = useT();
  const trackId = cameraOf(view, room.classroomId)?.trackId;
  const track = useMedia(media.store, (state) => shownTrack(state, trackId));
  const latest = useMedia(media.store, ({ stills }) => stills[room.classroomId]);
  // Its uplink carries not even a still: the last one grows old.
  const still = linkOf(view, room.classroomId).up === 'none' ? undefined : latest;
  // A covered camera shows nothing, not even the last picture from before.
  const seen = trackId !== undefined && !room.covered;
  return (
    <span className={css.picture}>
      {seen && track && trackId && (
        <VideoView
          track={track}
          label={room.name}
          className={css.video}
          onWidth={(pixels) => media.width(trackId, pixels)}
        />
      )}
      {seen && !track && still && <img src={still} alt={room.name} className={css.video} />}
      {!(seen && (track || still)) && <span className={css.words}>{noPictureWords(t, room)}</span>}
      {seen && track && <span className={css.live}>{t('teach.live')}</span>}
    </span>
  );
}
