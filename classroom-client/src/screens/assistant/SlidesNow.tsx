import type { Slide } from '@tongke/shared-types';
import { PagePicture } from '../../deck/PagePicture.tsx';
import { usePages } from '../../deck/use-pages.ts';
import { useT } from '../../i18n/use-t.ts';
import css from './SlidesNow.module.css';

/** [PG7] The page that the board shows, and the one that comes next: the assistant is never surprised. */
export function SlidesNow({ slide: { deckId, page, pages: count } }: { readonly slide: Slide }) {
  const t = useT();
  const pages = usePages(deckId);
  return (
    <section className={css.card} aria-label={t('slides.title')}>
      <figure>
        <figcaption>
          <b>{t('slides.now')}</b> {t('slides.pageOf', { page, pages: count })}
        </figcaption>
        <div className={css.page}>
          <PagePicture pages={pages} page={page} size="small" />
        </div>
      </figure>
      <figure>
        <figcaption>
          <b>{t('slides.comesNext')}</b>
        </figcaption>
        <div className={css.page}>
          {page < count ? (
            <PagePicture pages={pages} page={page + 1} size="small" />
          ) : (
            <p className={css.last}>{t('slides.last')}</p>
          )}
        </div>
      </figure>
    </section>
  );
}
