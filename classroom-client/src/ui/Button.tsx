import type { ButtonHTMLAttributes } from 'react';
import css from './Button.module.css';
import { classNames } from './class-names.ts';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `next` is the one thing to do now and there is one at most; `live` says that you are live; `plain` is the rest. */
  readonly look?: 'next' | 'plain' | 'quiet' | 'danger' | 'live';
  readonly size?: 'small' | 'normal' | 'large';
  /** As wide as what holds it. */
  readonly wide?: boolean;
}

/** A button with words on it. */
export function Button({ look = 'plain', size = 'normal', wide = false, className, ...rest }: Props) {
  return (
    <button
      type="button"
      className={classNames(css.button, css[look], css[size], wide && css.wide, className)}
      {...rest}
    />
  );
}
