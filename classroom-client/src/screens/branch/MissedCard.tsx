import { isUnderWay, type LessonState } from '@tongke/shared-types';
import { useEffect } from 'react';
import type { Standing } from '../../branch/standing.ts';
import { PagePicture } from '../../deck/PagePicture.tsx';
import { usePages } from '../../deck/use-pages.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import css from './Branch.module.css';
import { missedPages } from './missed-pages.ts';

/** The card goes by itself after so long, ms. */
const MISSED_MS = 20_000;

interface Props {
  readonly view: LessonState;
  /** What was on the screen before the cut. */
  readonly before: Pick<Standing, 'slide' | 'roundId'>;
  readonly onRead: () => void;
}

/** [BR7] What a classroom missed while it was away, for 20 s: the pages since, and the question that is open if it is another one. Nothing where it missed nothing. */
export function MissedCard({ view, before, onRead }: Props) {
  const t = useT();
  const { slide, round } = view;
  const missed = missedPages(before.slide, slide);
  const question = round?.kind === 'question' && isUnderWay(round) && round.roundId !== before.roundId ? round : null;
  const nothing = missed.length === 0 && !question;
  const pages = usePages(slide?.deckId ?? null);
  useEffect(() => {
    const timer = setTimeout(onRead, nothing ? 0 : MISSED_MS);
    return () => clearTimeout(timer);
  }, [onRead, nothing]);
  if (nothing) return null;
  return (
    <section className={css.missed} aria-label={t('branch.missedTitle')}>
      <header>
        <h2>{t('branch.missedTitle')}</h2>
        <Button onClick={onRead}>{t('common.ok')}</Button>
      </header>
      {question && <p>{t('branch.missedQuestion', { words: question.prompt || t('branch.spoken') })}</p>}
      {missed.length > 0 && (
        <>
          <p>{t('branch.missedPages')}</p>
          <div className={css.pages}>
            {missed.map((page) => (
              <figure key={page}>
                <div>
                  <PagePicture pages={pages} page={page} size="small" />
                </div>
                <figcaption>{t('slides.pageAlt', { page })}</figcaption>
              </figure>
            ))}
          </div>
        </>
      )}
    </section>
  );
}
