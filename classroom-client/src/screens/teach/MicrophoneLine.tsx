import { useEffect, useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import type { LessonMedia } from '../../media/lesson-media.ts';
import { useMedia } from '../../media/use-media.ts';
import { Button } from '../../ui/Button.tsx';
import { Level } from './LevelMeter.tsx';
import css from './OwnPicture.module.css';
import { isProblem, SOURCE_WORD } from './source-words.ts';

/** In the lesson: whether the teacher is heard, in words and as a bar, and one tap to be silent for a moment. */
export function MicrophoneLine({ media }: { readonly media: LessonMedia }) {
  const t = useT();
  const { state, track } = useMedia(media.store, ({ own }) => own.microphone);
  const [silent, setSilent] = useState(false);
  // A microphone that was exchanged, or plugged in again, stays as silent as the one before.
  useEffect(() => {
    if (track) track.enabled = !silent;
  }, [track, silent]);
  if (isProblem(state)) {
    return (
      <div className={css.microphone} role="alert">
        <p className={css.heard}>
          <b className={css.silent}>{t('teach.unheard')}</b>
          <span className={css.why}>{t(SOURCE_WORD.microphone[state])}</span>
        </p>
        <Button size="small" onClick={() => media.publisher.retry()}>
          {t('common.retry')}
        </Button>
      </div>
    );
  }
  if (!track) return <p className="muted">{t('teach.microphoneOff')}</p>;
  return (
    <div className={css.microphone}>
      <div className={css.heard} role="status">
        {silent ? <b className={css.silent}>{t('teach.silent')}</b> : <span>{t('teach.microphoneOn')}</span>}
        {!silent && (
          <span className={css.level}>
            <Level track={track} />
          </span>
        )}
      </div>
      <Button size="small" aria-pressed={silent} onClick={() => setSilent(!silent)}>
        {t(silent ? 'teach.speakAgain' : 'teach.beSilent')}
      </Button>
    </div>
  );
}
