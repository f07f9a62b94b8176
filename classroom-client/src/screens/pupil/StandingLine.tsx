import type { TaskKind } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import type { AnswerStanding } from './answer-standing.ts';
import css from './Round.module.css';

interface Props {
  readonly kind: TaskKind;
  readonly standing: AnswerStanding;
}

/** What to do now, or what has become of the answer: one line of words. */
export function StandingLine({ kind, standing: { answer, state, reason, reading, open } }: Props) {
  const t = useT();
  // Tiles say it on the tile itself, where this device knows on which.
  const onTile = (kind === 'single' || kind === 'true-false') && answer !== null;
  if (reading) return t('pupil.readFirst');
  if (state === 'late') {
    return (
      <>
        {t('common.tooLate')} · {t(answer === null ? 'pupil.notCounted' : 'pupil.earlierCounts')}
      </>
    );
  }
  if (state === 'not-open') return t('common.notOpen');
  if (state === 'refused' && reason) return t(`refusal.${reason}`);
  if (!open && state !== 'sending') return t(state === 'none' ? 'pupil.closedWithout' : 'pupil.closedWithAnswer');
  if (state === 'none') return t(`pupil.ask_${kind}`);
  return (
    <>
      {!onTile && `${t(state === 'sending' ? 'common.sending' : 'common.received')} `}
      {open && <span className={css.hint}>{t('pupil.mayChange')}</span>}
      {!open && onTile && t('common.sending')}
    </>
  );
}
