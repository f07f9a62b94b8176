import { useT } from '../../i18n/use-t.ts';
import type { LessonMedia } from '../../media/lesson-media.ts';
import { useMedia } from '../../media/use-media.ts';
import { VideoView } from '../../media/VideoView.tsx';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import css from './OwnPicture.module.css';
import { isProblem, SOURCE_WORD } from './source-words.ts';

interface Props {
  readonly media: LessonMedia;
  /** Before the lesson nobody else sees it: large, and as in a mirror. */
  readonly alone?: boolean;
}

/** The teacher's shared screen, else the own camera, or in its place what is wrong with it and how to go on. */
export function OwnPicture({ media, alone = false }: Props) {
  const t = useT();
  const { state, track: camera } = useMedia(media.store, ({ own }) => own.camera);
  const screen = useMedia(media.store, (media) => media.screen.track);
  const track = screen ?? camera;
  return (
    <div className={classNames(css.frame, alone && css.alone)}>
      {track && (
        <VideoView
          track={track}
          label={t(screen ? 'screen.own' : 'teach.yourPicture')}
          mirrored={alone}
          className={css.video}
        />
      )}
      {!track && (
        <div className={css.words} role="status">
          <p>
            {isProblem(state)
              ? t(SOURCE_WORD.camera[state])
              : t(state === 'starting' ? 'teach.cameraStarting' : 'common.cameraOff')}
          </p>
          {isProblem(state) && (
            <Button size="small" onClick={() => media.publisher.retry()}>
              {t('common.retry')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
