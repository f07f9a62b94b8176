import {
  type Command,
  LEAD_PEER,
  type LessonState,
  type Names,
  openPage,
  type QuestionItem,
} from '@tongke/shared-types';
import { useMemo, useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { InkTools } from '../../ink/InkTools.tsx';
import { inkDeskOf } from '../../ink/ink-desk.ts';
import type { InkHand } from '../../ink/ink-hand.ts';
import { WorkSheets } from '../../ink/WorkSheets.tsx';
import type { LinkPhase } from '../../lesson/lesson-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PaperPanel } from './PaperPanel.tsx';
import { PensLine } from './PensLine.tsx';
import { PensSheet } from './PensSheet.tsx';
import css from './SlidesPanel.module.css';
import { SlidesPanel } from './SlidesPanel.tsx';
import { TakePhotoSheet } from './TakePhotoSheet.tsx';
import type { TeachSession } from './teach-session.ts';

interface Props {
  readonly view: LessonState;
  readonly names: Names;
  readonly session: TeachSession;
  readonly link: LinkPhase;
  /** What the teacher's hand does, where it can. */
  readonly chosen: InkHand | null;
  readonly onHand: (hand: InkHand | null) => void;
  readonly act: (command: Command) => void;
  /** Null while another round runs. */
  readonly onQuestion: ((question: QuestionItem) => void) | null;
}

/** True while something stands on the boards that can be drawn on. */
export function hasStage(view: LessonState): boolean {
  return view.works.shown.length > 0 || openPage(view) !== null;
}

/** What the boards show large, as its teacher sees it: page, paper or works, with the tools to draw on them and the pens of classrooms. */
export function TeachStage({ view, names, session, link, chosen, onHand, act, onQuestion }: Props) {
  const t = useT();
  const [open, setOpen] = useState<'pens' | 'photo' | null>(null);
  const desk = useMemo(() => inkDeskOf(session, LEAD_PEER), [session]);
  const online = link === 'online';
  const works = view.works.shown.length > 0;
  const hand = online && !(works && chosen?.kind === 'zoom') ? chosen : null;
  const common = { view, desk, hand, act };
  const head = (
    <>
      <Button size="small" onClick={() => act({ type: 'paper.add', photo: null })}>
        {t('ink.newBlank')}
      </Button>
      <Button size="small" onClick={() => setOpen('photo')}>
        {t('ink.newPhoto')}
      </Button>
      <Button size="small" onClick={() => setOpen('pens')}>
        {t('ink.givePen')}
      </Button>
    </>
  );
  const tools = (
    <>
      {view.ink.pens.length > 0 && <PensLine {...{ view, act }} />}
      {online ? (
        <InkTools {...{ view, desk, hand }} onHand={onHand} zooms={!works} writes />
      ) : (
        <Notice tone="attention">{t('ink.offline')}</Notice>
      )}
    </>
  );
  return (
    <>
      {works ? (
        <section className={css.panel} aria-label={t('ink.worksTitle')}>
          <header className={css.head}>
            <h2 className={css.title}>{t('ink.worksTitle')}</h2>
            <Button size="small" onClick={() => setOpen('pens')}>
              {t('ink.givePen')}
            </Button>
            <Button size="small" onClick={() => act({ type: 'works.show', workIds: [], revealed: false })}>
              {t('slides.putAway')}
            </Button>
          </header>
          <div className={css.page}>
            <WorkSheets {...{ view, names, desk, hand }} />
          </div>
          {tools}
        </section>
      ) : view.papers.shown !== null ? (
        <PaperPanel {...common} {...{ head, tools }} />
      ) : (
        view.slide && (
          <SlidesPanel {...common} {...{ head, tools, onQuestion }} slide={view.slide} send={session.connection.send} />
        )
      )}
      {open === 'pens' && <PensSheet {...{ view, act }} onClose={() => setOpen(null)} />}
      {open === 'photo' && (
        <TakePhotoSheet
          onClose={() => setOpen(null)}
          onPhoto={(photo) => {
            setOpen(null);
            act({ type: 'paper.add', photo });
          }}
        />
      )}
    </>
  );
}
