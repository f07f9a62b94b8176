import { type DeckPage, halfOf, type LessonState, openPage, type Paper, type Slide } from '@tongke/shared-types';
import { useState } from 'react';
import { PagePicture } from '../deck/PagePicture.tsx';
import { usePages } from '../deck/use-pages.ts';
import { useT } from '../i18n/use-t.ts';
import { classNames } from '../ui/class-names.ts';
import type { InkDesk } from './ink-desk.ts';
import type { InkHand } from './ink-hand.ts';
import css from './PageSheet.module.css';
import { PageSheet } from './PageSheet.tsx';
import { PaperPicture } from './PaperPicture.tsx';

interface Props {
  readonly view: LessonState;
  readonly desk: InkDesk;
  /** What a hand does on it; null where nothing is drawn. */
  readonly hand: InkHand | null;
  readonly size?: 'large' | 'small';
  /** The page that a teacher who turns fast is at already. */
  readonly page?: number;
  /** The deck's pages, where the screen knows them without asking. */
  readonly pages?: readonly DeckPage[] | null;
}

/** The shape of a blank page, and of one that has no picture. */
const BLANK_RATIO = 9 / 16;
/** Each half of a blank page is as tall as a whole one. */
const BLANK_HALF_RATIO = 9 / 8;

/** [PG7] [IK7] [IK11] The page or paper that stands on the screens, with its ink; for two classrooms side by side, one half for each. */
export function PageStage({ view, desk, hand, size = 'large', page, pages = null }: Props) {
  const { ink, papers, slide } = view;
  const sheet = openPage(view);
  if (sheet === null) return null;
  const paper = papers.all.find(({ paperId }) => paperId === papers.shown) ?? null;
  // While another page is on its way, nobody draws on the one that goes.
  const turning = paper === null && slide !== null && page !== undefined && page !== slide.page;
  const shown = turning ? { ...slide, page } : slide;
  const name = turning ? `deck:${slide.deckId}:${page}` : sheet;
  const common = { view, desk, size, paper, slide: shown, pages, hand: turning ? null : hand };
  if (!ink.sides) return <OnePage {...common} name={name} />;
  return (
    <div className={css.sides}>
      {ink.pens.map((classroomId) => (
        <section key={classroomId} className={classNames(css.half, classroomId === desk.me && css.mine)}>
          <h3>{view.classrooms[classroomId]?.name}</h3>
          <OnePage {...common} name={halfOf(name, classroomId)} beneath={name} />
        </section>
      ))}
    </div>
  );
}

interface PageProps extends Required<Pick<Props, 'view' | 'desk' | 'hand' | 'size' | 'pages'>> {
  readonly name: string;
  readonly beneath?: string;
  readonly paper: Paper | null;
  readonly slide: Slide | null;
}

function OnePage({ paper, slide, size, pages: given, ...sheet }: PageProps) {
  const t = useT();
  const [shape, setShape] = useState<{ readonly hash: string; readonly ratio: number } | null>(null);
  const asked = usePages(paper || given ? null : (slide?.deckId ?? null));
  const pages = given ?? asked;
  const page = slide?.page ?? 1;
  const hash = paper ? paper.photo : (pages?.[page - 1]?.[size] ?? null);
  const isBlank = paper ? paper.photo === null : pages !== null && hash === null;
  const blank = paper && sheet.view.ink.sides ? BLANK_HALF_RATIO : BLANK_RATIO;
  const ratio = isBlank ? blank : shape?.hash === hash ? (shape?.ratio ?? null) : null;
  const onShape = (hash: string, ratio: number) => setShape({ hash, ratio });
  return (
    <PageSheet {...sheet} zoom={sheet.view.ink.zoom} ratio={ratio}>
      {!paper ? (
        <PagePicture {...{ pages, page, size, onShape }} />
      ) : paper.photo === null ? (
        <div className={css.paper} role="img" aria-label={t('ink.blank')} />
      ) : (
        <PaperPicture hash={paper.photo} alt={t('ink.photo')} onShape={onShape} />
      )}
    </PageSheet>
  );
}
