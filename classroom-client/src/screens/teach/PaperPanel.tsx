import type { Command, LessonState } from '@tongke/shared-types';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t.ts';
import type { InkDesk } from '../../ink/ink-desk.ts';
import type { InkHand } from '../../ink/ink-hand.ts';
import { PageStage } from '../../ink/PageStage.tsx';
import { Button } from '../../ui/Button.tsx';
import css from './SlidesPanel.module.css';

interface Props {
  readonly view: LessonState;
  readonly desk: InkDesk;
  readonly hand: InkHand | null;
  readonly act: (command: Command) => void;
  /** Buttons beside the title, and tools below the page. */
  readonly head: ReactNode;
  readonly tools: ReactNode;
}

/** [IK11] The paper that the boards show, and the lesson's other ones. */
export function PaperPanel({ view, desk, hand, act, head, tools }: Props) {
  const t = useT();
  const { papers, slide } = view;
  const shown = papers.all.find(({ paperId }) => paperId === papers.shown);
  return (
    <section className={css.panel} aria-label={t('ink.papers')}>
      <header className={css.head}>
        <h2 className={css.title}>{t(shown?.photo === null ? 'ink.blank' : 'ink.photo')}</h2>
        {head}
        <Button size="small" onClick={() => act({ type: 'paper.show', paperId: null })}>
          {t(slide?.shown ? 'ink.backToSlides' : 'slides.putAway')}
        </Button>
      </header>
      <div className={css.page}>
        <PageStage {...{ view, desk, hand }} />
      </div>
      {tools}
      {papers.all.length > 1 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame and a legend of its own.
        <div role="group" aria-label={t('ink.papers')} className={css.strip}>
          {papers.all.map(({ paperId, photo }, index) => (
            <Button
              key={paperId}
              size="small"
              look={paperId === papers.shown ? 'live' : 'plain'}
              aria-pressed={paperId === papers.shown}
              onClick={() => act({ type: 'paper.show', paperId })}
            >
              {`${t(photo === null ? 'ink.blank' : 'ink.photo')} ${index + 1}`}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}
