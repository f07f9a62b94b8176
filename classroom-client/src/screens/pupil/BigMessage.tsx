import type { ComponentProps, ReactNode } from 'react';
import css from './BigMessage.module.css';
import { Sunny } from './Sunny.tsx';

interface Props {
  readonly title: ReactNode;
  readonly line?: ReactNode;
  readonly mood?: ComponentProps<typeof Sunny>['mood'];
  /** One action at most, or something small to look at. */
  readonly children?: ReactNode;
}

/** One thing said largely, in the middle of the screen. */
export function BigMessage({ title, line, mood, children }: Props) {
  return (
    <div className={css.message} aria-live="polite">
      {mood && <Sunny mood={mood} />}
      <h1 className={css.title}>{title}</h1>
      {line && <p className={css.line}>{line}</p>}
      {children && <div className={css.more}>{children}</div>}
    </div>
  );
}
