import { LEAD_PEER, type LessonState } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import type { LessonMedia } from '../../media/lesson-media.ts';
import { useMedia } from '../../media/use-media.ts';
import { Button } from '../../ui/Button.tsx';
import css from './OwnPicture.module.css';
import type { TeachProps } from './teach-props.ts';

interface Props {
  readonly view: LessonState;
  readonly media: LessonMedia;
  readonly act: TeachProps['act'];
  /** Opens the choice of what to share. */
  readonly onShare: () => void;
  /** Offers the window for the own class, which stays within reach while a screen is shared. */
  readonly onSecond: () => void;
  /** Shows a classroom's screen that was put aside; null while it is shown, and where none is. */
  readonly onSee: (() => void) | null;
}

/** One line under the own picture: sharing the own screen, or that a classroom shares its. */
export function ScreenLine({ view, media, act, onShare, onSecond, onSee }: Props) {
  const t = useT();
  const own = useMedia(media.store, ({ screen }) => screen);
  const { screen } = view;
  const mine = own.track !== null;
  const second = (
    <Button size="small" onClick={onSecond}>
      {t('screen.second')}
    </Button>
  );
  if (mine) {
    const style = screen?.style === 'motion' ? 'screen.onMotion' : 'screen.onDetail';
    return (
      <div className={css.sharing}>
        <p className={css.heard} role="status">
          {own.state === 'on' ? (
            <b>
              {t('screen.on')} · {t(style)}
            </b>
          ) : (
            t('screen.starting')
          )}
        </p>
        <Button size="small" look="live" onClick={() => media.screen.stop()}>
          {t('screen.stop')}
        </Button>
        {second}
      </div>
    );
  }
  if (screen && screen.peerId !== LEAD_PEER) {
    return (
      <div className={css.sharing}>
        <p className={css.heard} role="status">
          <b>{t('screen.roomShares', { room: view.classrooms[screen.peerId]?.name ?? '' })}</b>
        </p>
        {onSee && (
          <Button size="small" onClick={onSee}>
            {t('screen.see')}
          </Button>
        )}
        <Button size="small" onClick={() => act({ type: 'screen.stop' })}>
          {t('screen.stopRoom')}
        </Button>
        {second}
      </div>
    );
  }
  return (
    <Button size="small" onClick={onShare}>
      {t('screen.share')}
    </Button>
  );
}
