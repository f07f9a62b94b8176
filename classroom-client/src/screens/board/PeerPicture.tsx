import type { LessonState, PeerId } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { cameraOf } from '../../layout/tracks-of.ts';
import type { LessonMedia } from '../../media/lesson-media.ts';
import { shownTrack } from '../../media/shown-track.ts';
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
  /** Shown while the link carries no more: the latest still. */
  readonly still?: string | undefined;
}

/** The camera of the teacher or of another classroom. */
export function PeerPicture({ view, peerId, media, size = 'small', instead, still }: Props) {
  const trackId = cameraOf(view, peerId)?.trackId;
  const t = useT();
  const track = useMedia(media.store, (state) => shownTrack(state, trackId));
  const held = useMedia(media.store, (state) => trackId !== undefined && state.held.includes(trackId));
  const talks = useMedia(media.store, ({ speaks }) => speaks.includes(peerId));
  const name = view.classrooms[peerId]?.name;
  return (
    <div className={classNames(css.picture, css[size], talks && css.talks)}>
      {track && trackId ? (
        <VideoView
          track={track}
          label={name ?? instead ?? ''}
          className={css.video}
          onWidth={(pixels) => media.width(trackId, pixels)}
        />
      ) : held && still ? (
        <img src={still} alt={name ?? instead ?? ''} className={css.video} />
      ) : (
        <p className={css.words}>{held ? t('board.soundFirst') : (instead ?? name)}</p>
      )}
      {(track || held) && name && <span className={css.label}>{name}</span>}
      {talks && <span className={css.talking}>{t('board.talks')}</span>}
    </div>
  );
}
