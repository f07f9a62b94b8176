import type { HTMLAttributes } from 'react';
import css from './Card.module.css';
import { classNames } from './class-names.ts';

/** A raised sheet of paper that holds things which belong together. */
export function Card({ className, ...rest }: HTMLAttributes<HTMLElement>) {
  return <section className={classNames(css.card, className)} {...rest} />;
}
