import type { LessonState, SharedScreen } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import type { LessonMedia } from '../../media/lesson-media.ts';
import { Button } from '../../ui/Button.tsx';
import { ScreenPicture } from '../shared/ScreenPicture.tsx';
import css from './RoomGrid.module.css';

interface Props {
  readonly view: LessonState;
  readonly screen: SharedScreen;
  readonly media: LessonMedia;
  /** Back to the classrooms' pictures. */
  readonly onPictures: () => void;
}

/** A classroom's shared screen, in place of the classrooms' pictures. */
export function RoomScreen({ view, screen, media, onPictures }: Props) {
  const t = useT();
  const title = t('screen.ofRoom', { room: view.classrooms[screen.peerId]?.name ?? '' });
  return (
    <section className={css.panel} aria-label={title}>
      <header className={css.head}>
        <h2>{title}</h2>
        <Button size="small" onClick={onPictures}>
          {t('teach.pictures')}
        </Button>
      </header>
      <div className={css.screen}>
        <ScreenPicture {...{ view, screen, media }} />
      </div>
    </section>
  );
}
