import { useT } from '../../i18n/use-t.ts';
import { Countdown } from '../../ui/Countdown.tsx';
import { BigMessage } from './BigMessage.tsx';
import css from './SpeakScene.module.css';
import { TakeButton } from './TakeButton.tsx';
import type { OwnTurn } from './turn-of.ts';

interface Props {
  readonly turn: OwnTurn;
  readonly now: number;
  /** 我来; resolves when it was answered. */
  readonly onTake: () => Promise<unknown>;
}

/**
 * The floor is this pupil's: the microphone is the board's, so that is where to speak, as soon as it is open. Or it is anybody's of the
 * class, who says so.
 */
export function SpeakScene({ turn, now, onTake }: Props) {
  const t = useT();
  const { whose, listen, open, startedAt, endsAt } = turn;
  const anyone = whose === 'anyone';
  return (
    <div className={css.speak}>
      <BigMessage
        mood={open ? 'speak' : 'calm'}
        title={t(anyone ? 'scenes.whoSpeaks' : 'pupil.myTurn')}
        line={t(anyone ? 'scenes.tapToSpeak' : open ? 'scenes.speakToBoard' : 'scenes.getReady')}
      >
        {listen && !anyone && <p>{t('scenes.onlyTeacher')}</p>}
        {endsAt !== null && <Countdown now={now} startsAt={startedAt} endsAt={endsAt} />}
        {anyone && <TakeButton onTake={onTake} className={css.take} />}
      </BigMessage>
    </div>
  );
}
