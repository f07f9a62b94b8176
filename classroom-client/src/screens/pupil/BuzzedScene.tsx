import type { Snapshot } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { entrantLabel } from '../../lesson/entrant-label.ts';
import { BigMessage } from './BigMessage.tsx';
import type { PupilScene } from './pupil-scene.ts';

interface Props {
  readonly lesson: Snapshot;
  readonly scene: Extract<PupilScene, { kind: 'buzzed' }>;
}

/** Who was first, and the own place. */
export function BuzzedScene({ lesson, scene: { winner, place } }: Props) {
  const t = useT();
  if (!winner) return <BigMessage mood="calm" title={t('pupil.nobodyPressed')} line={t('pupil.nextTime')} />;
  if (place === 1) return <BigMessage mood="happy" title={t('pupil.youWon')} line={t('pupil.youWonLine')} />;
  const who = entrantLabel(t, lesson, winner);
  const line = place === null ? t('pupil.nextTime') : t('pupil.yourPlace', { place });
  return <BigMessage mood="calm" title={t('pupil.otherWon', { who })} line={line} />;
}
