import type { LessonState } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import type { LinkPhase } from '../../lesson/lesson-store.ts';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { LinkBanner } from '../../ui/LinkBanner.tsx';
import css from './Calm.module.css';

interface Props {
  readonly view: LessonState;
  readonly link: LinkPhase;
  readonly onRetry: () => void;
}

/** The lesson is over; the next one opens by itself. */
export function BoardOver({ view, link, onRetry }: Props) {
  const t = useT();
  return (
    <main className={css.screen}>
      <LanguageSwitch className={css.corner} />
      <LinkBanner link={link} onRetry={onRetry} className={css.banner} />
      <p className={css.muted}>{view.title}</p>
      <h1 className={css.name}>{t('board.ended')}</h1>
      <p className={css.title}>{t('board.endedLine')}</p>
      <p className={css.line}>{t('board.opensItself')}</p>
    </main>
  );
}
