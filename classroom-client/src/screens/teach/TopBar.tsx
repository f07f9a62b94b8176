import type { LessonState } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { elapsed } from '../shared/clock-words.ts';
import css from './TopBar.module.css';

interface Props {
  readonly view: LessonState;
  readonly now: number;
  /** The state of the own link, in words. */
  readonly link: string;
  readonly onOwnClass: (() => void) | null;
  readonly onScores: () => void;
  readonly onSeconds: () => void;
  readonly onEnd: () => void;
}

/** What is being taught, since when, how the link is, and the way out. */
export function TopBar({ view, now, link, onOwnClass, onScores, onSeconds, onEnd }: Props) {
  const t = useT();
  return (
    <header className={css.bar}>
      <div className={css.what}>
        <h1 className={css.title}>{view.title}</h1>
        <span className={css.clock}>{elapsed(now - (view.startedAt ?? now))}</span>
        <span className={css.link}>{t('teach.sound', { state: link })}</span>
        <LanguageSwitch />
      </div>
      <Button onClick={onScores}>{t('teach.scores')}</Button>
      <Button onClick={onSeconds}>{t('second.title')}</Button>
      {onOwnClass && <Button onClick={onOwnClass}>{t('teach.ownSheet')}</Button>}
      <Button look="danger" onClick={onEnd}>
        {t('teach.endLesson')}
      </Button>
    </header>
  );
}
