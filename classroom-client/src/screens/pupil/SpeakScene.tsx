import { useT } from '../../i18n/use-t.ts';
import { Countdown } from '../../ui/Countdown.tsx';
import { BigMessage } from './BigMessage.tsx';
import type { PupilScene } from './pupil-scene.ts';
import css from './SpeakScene.module.css';

interface Props {
  readonly scene: Extract<PupilScene, { kind: 'speak' }>;
  readonly now: number;
}

/** The floor is this pupil's: the microphone is the board's, so that is where to speak. */
export function SpeakScene({ scene, now }: Props) {
  const t = useT();
  return (
    <div className={css.speak}>
      <BigMessage mood="speak" title={t('pupil.myTurn')} line={t('pupil.speakToBoard')}>
        <Countdown now={now} startsAt={scene.startedAt} endsAt={scene.endsAt} />
      </BigMessage>
    </div>
  );
}
