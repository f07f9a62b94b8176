import type { LessonState } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import css from './Calm.module.css';

/** The lesson is over; the next one opens by itself. */
export function BoardOver({ view }: { readonly view: LessonState }) {
  const t = useT();
  return (
    <main className={css.screen}>
      <LanguageSwitch className={css.corner} />
      <p className={css.muted}>{view.title}</p>
      <h1 className={css.title}>{t('board.ended')}</h1>
      <p className={css.line}>{t('board.endedLine')}</p>
      <p className={css.muted}>{t('board.opensItself')}</p>
    </main>
  );
}
