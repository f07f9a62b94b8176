import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t.ts';
import type { LinkPhase } from '../../lesson/lesson-store.ts';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { LinkBanner } from '../../ui/LinkBanner.tsx';
import { Notice } from '../../ui/Notice.tsx';
import css from './TabletFrame.module.css';

interface Props {
  readonly link: LinkPhase;
  /** The lesson goes on with the board of the room, whatever the link does. */
  readonly withBoard?: boolean;
  /** Small, at the top: who and where. */
  readonly who?: ReactNode;
  /** At the bottom, within reach of the thumbs. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

/** A tablet's screen: a thin top line, one thing in the middle, at most one button below, with what belongs to it. It never scrolls. */
export function TabletFrame({ link, withBoard, who, foot, children }: Props) {
  const t = useT();
  return (
    <div className={css.frame}>
      <header className={css.top}>
        <div className={css.who}>{who}</div>
        <LanguageSwitch />
      </header>
      {withBoard ? (
        <Notice className={css.banner}>{t('pupil.withBoard')}</Notice>
      ) : (
        <LinkBanner link={link} className={css.banner} />
      )}
      <main className={css.main}>{children}</main>
      {foot && <footer className={css.foot}>{foot}</footer>}
    </div>
  );
}
