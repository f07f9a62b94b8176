import { useT } from '../../i18n/use-t.ts';
import type { LessonMedia } from '../../media/lesson-media.ts';
import { useMedia } from '../../media/use-media.ts';
import { VideoView } from '../../media/VideoView.tsx';
import css from './OwnPicture.module.css';
import { SourceProblem } from './SourceProblem.tsx';

/** The teacher's own camera, as in a mirror, with what is wrong with camera or microphone below it. */
export function OwnPicture({ media }: { readonly media: LessonMedia }) {
  const t = useT();
  const { camera, microphone } = useMedia(media.store, ({ own }) => own);
  const retry = () => media.publisher.retry();
  return (
    <div className={css.own}>
      <div className={css.frame}>
        {camera.track ? (
          <VideoView track={camera.track} label={t('teach.yourPicture')} mirrored className={css.video} />
        ) : (
          <p className={css.words}>{camera.state === 'starting' ? t('teach.cameraStarting') : t('common.cameraOff')}</p>
        )}
      </div>
      {isProblem(camera.state) && <SourceProblem source="camera" problem={camera.state} onRetry={retry} />}
      {isProblem(microphone.state) && <SourceProblem source="microphone" problem={microphone.state} onRetry={retry} />}
    </div>
  );
}

function isProblem(state: string): state is 'refused' | 'busy' | 'missing' {
  return state === 'refused' || state === 'busy' || state === 'missing';
}
