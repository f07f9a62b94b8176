import type { Snapshot } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { entrantLabel } from '../../lesson/entrant-label.ts';
import { BigMessage } from './BigMessage.tsx';
import type { PupilScene } from './pupil-scene.ts';
import css from './Round.module.css';

interface Props {
  readonly lesson: Snapshot;
  readonly scene: Extract<PupilScene, { kind: 'buzzed' }>;
}

/** Who was first, the own place, and how fast one was. */
export function BuzzedScene({ lesson, scene: { winner, own, tied, called } }: Props) {
  const t = useT();
  if (!winner) return <BigMessage mood="calm" title={t('pupil.nobodyPressed')} line={t('pupil.nextTime')} />;
  const mine = own?.place === 1 || called;
  const title = called ? t('pupil.myTurn') : tied ? t('pupil.youTied') : t('pupil.youWon');
  const who = entrantLabel(t, lesson, winner);
  const line = own === null ? t('pupil.nextTime') : t('pupil.yourPlace', { place: own.place });
  const reaction = own?.reaction != null && (
    <p className={css.reaction}>{t('pupil.yourReaction', { seconds: (own.reaction / 1000).toFixed(2) })}</p>
  );
  return (
    <BigMessage
      mood={mine ? 'happy' : 'calm'}
      title={mine ? <span className={css.mine}>{title}</span> : t('pupil.otherWon', { who })}
      line={mine ? t('pupil.youWonLine') : line}
    >
      {reaction}
    </BigMessage>
  );
}
