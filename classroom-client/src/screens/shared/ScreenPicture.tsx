import { LEAD_PEER, type LessonState, type SharedScreen } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { screenTracks } from '../../layout/tracks-of.ts';
import type { LessonMedia } from '../../media/lesson-media.ts';
import { shownTrack } from '../../media/shown-track.ts';
import { useMedia } from '../../media/use-media.ts';
import { VideoView } from '../../media/VideoView.tsx';
import css from './ScreenPicture.module.css';

interface Props {
  readonly view: LessonState;
  readonly screen: SharedScreen;
  readonly media: Pick<LessonMedia, 'store' | 'width'>;
  /** How it is placed; without it, it fills what holds it. */
  readonly className?: string;
}

/** [SH6] Somebody's shared screen, with whose it is, or why it cannot be seen just now. */
export function ScreenPicture({ view, screen, media, className }: Props) {
  const t = useT();
  const trackId = screenTracks(view)[0]?.trackId;
  // Nobody receives the own screen: on the lead teacher's machine it is at hand.
  const own = useMedia(media.store, (state) => (screen.peerId === LEAD_PEER ? state.screen.track : null));
  const track = useMedia(media.store, (state) => shownTrack(state, trackId)) ?? own;
  const held = useMedia(media.store, (state) => trackId !== undefined && state.held.includes(trackId));
  const room = view.classrooms[screen.peerId]?.name ?? '';
  const label = screen.peerId === LEAD_PEER ? t('screen.ofTeacher') : t('screen.ofRoom', { room });
  return (
    <div className={className ?? css.frame}>
      {track && trackId ? (
        <VideoView
          track={track}
          label={label}
          className={css.video}
          onWidth={(pixels) => media.width(trackId, pixels)}
        />
      ) : (
        <p className={css.words} role="status">
          {t(held ? 'screen.held' : 'screen.soon')}
        </p>
      )}
      <span className={css.label}>{label}</span>
    </div>
  );
}
