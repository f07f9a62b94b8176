import { useT } from '../../i18n/use-t.ts';
import type { LessonMedia } from '../../media/lesson-media.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { ShareChoices } from '../shared/ShareChoices.tsx';
import { SecondScreenOffer } from './SecondScreenOffer.tsx';
import css from './SecondsSheet.module.css';

interface Props {
  readonly media: LessonMedia;
  /** The lesson receives it: the sheet is in the way. */
  readonly onShared: () => void;
  readonly onClose: () => void;
}

/** What of the own computer is to be shown to everybody. */
export function ShareSheet({ media, onShared, onClose }: Props) {
  const t = useT();
  return (
    <Sheet title={t('screen.title')} onClose={onClose}>
      <ShareChoices media={media} onShared={onShared} />
      <section className={css.offer} aria-label={t('screen.second')}>
        <h3>{t('screen.second')}</h3>
        <SecondScreenOffer onOpened={onClose} />
      </section>
    </Sheet>
  );
}
