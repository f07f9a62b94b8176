import type { Command, LessonState, QuestionItem, Slide } from '@tongke/shared-types';
import type { ReactNode } from 'react';
import type { Send } from '../../connection/send.ts';
import { PageStrip } from '../../deck/PageStrip.tsx';
import { usePageKeys } from '../../deck/use-page-keys.ts';
import { usePages } from '../../deck/use-pages.ts';
import { useTurnPage } from '../../deck/use-turn-page.ts';
import { useT } from '../../i18n/use-t.ts';
import type { InkDesk } from '../../ink/ink-desk.ts';
import type { InkHand } from '../../ink/ink-hand.ts';
import { PageStage } from '../../ink/PageStage.tsx';
import { Button } from '../../ui/Button.tsx';
import { RichText } from '../../ui/RichText.tsx';
import css from './SlidesPanel.module.css';

interface Props {
  readonly view: LessonState;
  readonly slide: Slide;
  readonly desk: InkDesk;
  readonly hand: InkHand | null;
  readonly send: Send;
  readonly act: (command: Command) => void;
  /** Null while another round runs. */
  readonly onQuestion: ((question: QuestionItem) => void) | null;
  /** Buttons beside the title, and tools below the page. */
  readonly head: ReactNode;
  readonly tools: ReactNode;
}

/** The page that the boards show, with what only its teacher sees: notes, all pages, and the questions that are pinned to this one. */
export function SlidesPanel({ view, slide, desk, hand, send, act, onQuestion, head, tools }: Props) {
  const t = useT();
  const { deckId, title, pages: count } = slide;
  const pages = usePages(deckId);
  const { page, turnTo, turnBy } = useTurnPage(send, slide);
  usePageKeys(turnBy);
  const own = pages?.[page - 1]?.own;
  return (
    <section className={css.panel} aria-label={t('slides.title')}>
      <header className={css.head}>
        <h2 className={css.title}>{title}</h2>
        <span className="muted" role="status">
          {t('slides.pageOf', { page, pages: count })}
        </span>
        {head}
        <Button size="small" onClick={() => act({ type: 'slides.show', shown: false })}>
          {t('slides.putAway')}
        </Button>
      </header>
      <div className={css.page}>
        <PageStage {...{ view, desk, hand, page }} />
      </div>
      {tools}
      {own?.questions.map((question) => (
        <div key={question.questionId} className={css.offer}>
          <span className={css.asked}>
            <RichText text={question.prompt || t('questions.pictureOnly')} />
          </span>
          <Button size="small" disabled={!onQuestion} onClick={() => onQuestion?.(question)}>
            {t('slides.openQuestion')}
          </Button>
        </div>
      ))}
      {own && own.notes !== '' && !hand && <p className={css.notes}>{own.notes}</p>}
      <div className={css.turn}>
        <Button disabled={page <= 1} onClick={() => turnBy(-1)}>
          {`◀ ${t('slides.previous')}`}
        </Button>
        <Button disabled={page >= count} onClick={() => turnBy(1)}>
          {`${t('slides.next')} ▶`}
        </Button>
      </div>
      {/* While a hand draws, the page has the room. */}
      {!hand && <PageStrip {...{ pages, page }} onChoose={turnTo} className={css.strip} />}
    </section>
  );
}
