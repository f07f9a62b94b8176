import { useT } from '../../i18n/use-t.ts';
import { Countdown } from '../../ui/Countdown.tsx';
import { BigMessage } from './BigMessage.tsx';
import css from './SpeakScene.module.css';
import type { OwnTurn } from './turn-of.ts';

/** The floor is this pupil's: the microphone is the board's, so that is where to speak, as soon as it is open. */
export function SpeakScene({ turn, now }: { readonly turn: OwnTurn; readonly now: number }) {
  const t = useT();
  const { open, startedAt, endsAt } = turn;
  return (
    <div className={css.speak}>
      <BigMessage
        mood={open ? 'speak' : 'calm'}
        title={t('pupil.myTurn')}
        line={t(open ? 'pupil.speakToBoard' : 'pupil.getReady')}
      >
        <Countdown now={now} startsAt={startedAt} endsAt={endsAt} />
      </BigMessage>
    </div>
  );
}
