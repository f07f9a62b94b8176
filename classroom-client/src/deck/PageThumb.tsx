import type { DeckPage } from '@tongke/shared-types';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../i18n/use-t.ts';
import { classNames } from '../ui/class-names.ts';
import css from './PageThumb.module.css';
import { usePicture } from './use-picture.ts';

interface Props {
  readonly of: DeckPage;
  /** From 1. */
  readonly page: number;
  readonly current: boolean;
  /** A question is pinned to it. */
  readonly pinned?: boolean;
  readonly onChoose: () => void;
}

/** A page, small, to be tapped; it is fetched when it comes into sight. The current one comes into sight by itself. */
export function PageThumb({ of, page, current, pinned = false, onChoose }: Props) {
  const t = useT();
  const button = useRef<HTMLButtonElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const place = button.current;
    if (!place || typeof IntersectionObserver === 'undefined') return setSeen(true);
    const watch = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && setSeen(true));
    watch.observe(place);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    if (current) button.current?.scrollIntoView?.({ block: 'nearest', inline: 'center' });
  }, [current]);
  const picture = usePicture(seen ? of.small : null);
  return (
    <button
      ref={button}
      type="button"
      className={classNames(css.thumb, current && css.current)}
      aria-current={current ? 'page' : undefined}
      aria-label={t(pinned ? 'slides.pageWithQuestion' : 'slides.pageAlt', { page })}
      onClick={onChoose}
    >
      {picture ? <img src={picture.url} alt="" className={css.picture} /> : <span className={css.blank} />}
      <span className={css.number}>
        {page}
        {pinned && ' ?'}
      </span>
    </button>
  );
}
