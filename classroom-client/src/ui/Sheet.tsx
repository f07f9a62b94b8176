import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useT } from '../i18n/use-t.ts';
import { Button } from './Button.tsx';
import { classNames } from './class-names.ts';
import css from './Sheet.module.css';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
  /** `side` comes in from the right and keeps the rest in sight; `full` takes the whole screen. */
  readonly place?: 'middle' | 'side' | 'full';
}

/** Something that lies over the screen until it is closed: by its button, the veil, or Escape. */
export function Sheet({ title, children, onClose, place = 'middle' }: Props) {
  const t = useT();
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;

  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus();
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && close.current();
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('keydown', onKey);
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  return (
    <div className={classNames(css.veil, css[place])}>
      <button type="button" tabIndex={-1} aria-label={t('common.close')} className={css.outside} onClick={onClose} />
      <div ref={panel} role="dialog" aria-modal="true" aria-labelledby={id} tabIndex={-1} className={css.panel}>
        <header className={css.head}>
          <h2 id={id}>{title}</h2>
          <Button look="quiet" onClick={onClose}>
            {t('common.close')}
          </Button>
        </header>
        <div className={css.body}>{children}</div>
      </div>
    </div>
  );
}
