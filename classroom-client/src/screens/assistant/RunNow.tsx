import {
  type DeckPage,
  type LessonState,
  openPage,
  type PackQuestion,
  type Slide,
  type Step,
} from '@tongke/shared-types';
import { PagePicture } from '../../deck/PagePicture.tsx';
import { usePages } from '../../deck/use-pages.ts';
import type { Say } from '../../i18n/i18n.ts';
import { useT } from '../../i18n/use-t.ts';
import { LOOKING_ON } from '../../ink/ink-desk.ts';
import { PageStage } from '../../ink/PageStage.tsx';
import { RichText } from '../../ui/RichText.tsx';
import css from './RunNow.module.css';
import { useNowAndNext } from './use-now-and-next.ts';

/** [PK1] [PG7] What is on the screens and what comes next, page or question: the assistant is never surprised. Nothing where nothing was prepared. */
export function RunNow({ view }: { readonly view: LessonState }) {
  const t = useT();
  const { round, slide } = view;
  const { now, next, questions } = useNowAndNext(view);
  const pages = usePages(slide?.deckId ?? null);
  const onPage = !round && openPage(view) !== null;
  if (!now && !next && !onPage) return null;
  const paper = onPage ? view.papers.all.find(({ paperId }) => paperId === view.papers.shown) : undefined;
  const shown = { slide, pages, questions };
  return (
    <section className={css.card} aria-label={t('pack.run')}>
      <figure>
        <figcaption>
          <b>{t('pack.now')}</b>{' '}
          {paper ? t(paper.photo === null ? 'ink.blank' : 'ink.photo') : stepWords(t, now, slide)}
        </figcaption>
        {onPage ? (
          <div className={css.page}>
            <PageStage view={view} desk={LOOKING_ON} hand={null} size="small" />
          </div>
        ) : now ? (
          <StepPicture {...shown} step={now} />
        ) : (
          <p className={css.words}>{t(round ? 'pack.spoken' : 'pack.nothing')}</p>
        )}
      </figure>
      <figure>
        <figcaption>
          <b>{t('pack.next')}</b> {stepWords(t, next, slide)}
        </figcaption>
        {next ? <StepPicture {...shown} step={next} /> : <p className={css.words}>{t('pack.end')}</p>}
      </figure>
    </section>
  );
}

interface Shown {
  readonly step: Step;
  readonly pages: readonly DeckPage[] | null;
  readonly questions: readonly PackQuestion[];
}

function StepPicture({ step, pages, questions }: Shown) {
  const t = useT();
  if (step.kind === 'page') {
    return (
      <div className={css.page}>
        <PagePicture pages={pages} page={step.page} size="small" />
      </div>
    );
  }
  const prompt = questions.find(({ questionId }) => questionId === step.questionId)?.prompt ?? '';
  return <p className={css.words}>{prompt === '' ? t('pack.picture') : <RichText text={prompt} />}</p>;
}

function stepWords(t: Say, step: Step | null, slide: Slide | null): string {
  if (step === null) return '';
  return step.kind === 'page'
    ? t('pack.page', { page: step.page, pages: slide?.pages ?? step.page })
    : t('pack.question');
}
