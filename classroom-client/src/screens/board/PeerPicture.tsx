import type { LessonState, PeerId } from '@tongke/shared-types';
import { cameraOf } from '../../layout/tracks-of.ts';
import type { LessonMedia } from '../../media/lesson-media.ts';
import { useMedia } from '../../media/use-media.ts';
import { VideoView } from '../../media/VideoView.tsx';
import { classNames } from '../../ui/class-names.ts';
import css from './BoardLive.module.css';

interface Props {
  readonly view: LessonState;
  readonly peerId: PeerId;
  readonly media: LessonMedia;
  readonly size?: 'large' | 'small';
  /** Said while there is no picture. */
  readonly instead?: string;
}

/** The camera of the teacher or of another classroom. */
export function PeerPicture({ view, peerId, media, size = 'small', instead }: Props) {
  const trackId = cameraOf(view, peerId)?.trackId;
  const track = useMedia(media.store, ({ remote }) => (trackId ? remote[trackId] : undefined));
  const name = view.classrooms[peerId]?.name;
  return (
    <div className={classNames(css.picture, css[size])}>
      {track && trackId ? (
        <VideoView
          track={track}
          label={name ?? instead ?? ''}
          className={css.video}
          onWidth={(pixels) => media.width(trackId, pixels)}
        />
      ) : (
        <p className={css.words}>{instead ?? name}</p>
      )}
      {track && name && <span className={css.label}>{name}</span>}
    </div>
  );
}
