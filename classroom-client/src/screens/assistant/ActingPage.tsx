import { type LessonState, openPage } from '@tongke/shared-types';
import { useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { InkTools } from '../../ink/InkTools.tsx';
import type { InkDesk } from '../../ink/ink-desk.ts';
import type { InkHand } from '../../ink/ink-hand.ts';
import { PageStage } from '../../ink/PageStage.tsx';
import { Notice } from '../../ui/Notice.tsx';
import css from './ActingLead.module.css';

/** With what this screen draws, and whether its link is there. */
export interface Draws {
  readonly desk: InkDesk;
  readonly online: boolean;
}

interface Props {
  readonly view: LessonState;
  readonly draws: Draws;
}

/** [IK14] The page of the screens in the acting lead's own hand, to draw and to point. */
export function ActingPage({ view, draws }: Props) {
  const t = useT();
  const [hand, setHand] = useState<InkHand | null>(null);
  if (openPage(view) === null) return null;
  const { desk, online } = draws;
  return (
    <div>
      <div className={css.page}>
        <PageStage {...{ view, desk }} hand={online ? hand : null} size="small" />
      </div>
      {online ? (
        <InkTools {...{ view, desk, hand }} onHand={setHand} zooms={false} writes={false} />
      ) : (
        <Notice tone="attention">{t('ink.offline')}</Notice>
      )}
    </div>
  );
}
