import { type ReactNode, useContext } from 'react';
import { BareScreen } from './bare-screen.ts';
import { classNames } from './class-names.ts';
import css from './Notice.module.css';

interface Props {
  /** `calm` informs, `attention` asks to look, `danger` says that something went wrong. */
  readonly tone?: 'calm' | 'attention' | 'danger';
  readonly children: ReactNode;
  /** The one action. */
  readonly action?: ReactNode;
  readonly className?: string | undefined;
}

/** A plain sentence, with one action beside it; read aloud when it appears. */
export function Notice({ tone = 'calm', children, action, className }: Props) {
  const bare = useContext(BareScreen);
  return (
    <div role={tone === 'danger' ? 'alert' : 'status'} className={classNames(css.notice, css[tone], className)}>
      <div className={css.words}>{children}</div>
      {action && !bare && <div className={css.action}>{action}</div>}
    </div>
  );
}
