import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import css from './Tile.module.css';

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'title'> {
  readonly title: ReactNode;
  /** A second, smaller line. */
  readonly note?: ReactNode;
  readonly chosen?: boolean;
  /** Greyed, and still to be tapped: a taken seat. */
  readonly faded?: boolean;
}

/** One of many to choose from: a name, a classroom. The whole tile is the target. */
export function Tile({ title, note, chosen = false, faded = false, className, ...rest }: Props) {
  return (
    <button
      type="button"
      aria-pressed={chosen || undefined}
      className={classNames(css.tile, chosen && css.chosen, faded && css.faded, className)}
      {...rest}
    >
      <span className={css.title}>{title}</span>
      {note && <span className={css.note}>{note}</span>}
    </button>
  );
}
