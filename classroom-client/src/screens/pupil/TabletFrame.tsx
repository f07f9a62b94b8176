import type { ReactNode } from 'react';
import type { LinkPhase } from '../../lesson/lesson-store.ts';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { LinkBanner } from '../../ui/LinkBanner.tsx';
import css from './TabletFrame.module.css';

interface Props {
  readonly link: LinkPhase;
  /** Small, at the top: who and where. */
  readonly who?: ReactNode;
  /** At the bottom, within reach of the thumbs. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

/** A tablet's screen: a thin top line, one thing in the middle, at most one button below, with what belongs to it. It never scrolls. */
export function TabletFrame({ link, who, foot, children }: Props) {
  return (
    <div className={css.frame}>
      <header className={css.top}>
        <div className={css.who}>{who}</div>
        <LanguageSwitch />
      </header>
      <LinkBanner link={link} className={css.banner} />
      <main className={css.main}>{children}</main>
      {foot && <footer className={css.foot}>{foot}</footer>}
    </div>
  );
}
