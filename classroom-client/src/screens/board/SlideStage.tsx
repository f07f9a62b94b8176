import type { Slide } from '@tongke/shared-types';
import { PagePicture } from '../../deck/PagePicture.tsx';
import { usePages } from '../../deck/use-pages.ts';
import css from './SlideStage.module.css';

/** [PG7] The teacher's page as large as the board allows. */
export function SlideStage({ slide: { deckId, page } }: { readonly slide: Slide }) {
  const pages = usePages(deckId);
  return (
    <div className={css.stage}>
      <PagePicture pages={pages} page={page} size="large" />
    </div>
  );
}
