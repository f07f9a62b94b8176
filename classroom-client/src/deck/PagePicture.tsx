import type { DeckPage } from '@tongke/shared-types';
import { useT } from '../i18n/use-t.ts';
import { classNames } from '../ui/class-names.ts';
import { aheadOf } from './ahead-of.ts';
import css from './PagePicture.module.css';
import { toldShape } from './told-shape.ts';
import { usePicture } from './use-picture.ts';

interface Props {
  /** Null until they are here. */
  readonly pages: readonly DeckPage[] | null;
  /** From 1. */
  readonly page: number;
  readonly size: 'large' | 'small';
  /** How tall the picture of this hash is for its width, once it is here. */
  readonly onShape?: (hash: string, ratio: number) => void;
}

/** [DK4] [PG7] One page as large as its place allows: the picture, or why there is none. What was there before stays until the next is here. */
export function PagePicture({ pages, page, size, onShape }: Props) {
  const t = useT();
  const hash = pages?.[page - 1]?.[size] ?? null;
  const shown = usePicture(hash, pages ? aheadOf(pages, page, size) : []);
  const empty = pages !== null && hash === null;
  const coming = !empty && shown?.hash !== hash;
  return (
    <div className={classNames(css.place, size === 'small' && css.small)}>
      {shown && (
        <img
          src={shown.url}
          // The picture of before is not that of this page, to whoever cannot see it either.
          alt={coming ? '' : t('slides.pageAlt', { page })}
          className={css.picture}
          onLoad={toldShape(shown.hash, onShape)}
        />
      )}
      {(empty || coming || !pages) && (
        <p className={shown ? css.over : css.words} role="status">
          {t(empty ? 'slides.emptyPage' : 'slides.coming', { page })}
        </p>
      )}
    </div>
  );
}
