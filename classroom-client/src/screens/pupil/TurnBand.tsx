import { useT } from '../../i18n/use-t.ts';
import { Countdown } from '../../ui/Countdown.tsx';
import { TakeButton } from './TakeButton.tsx';
import css from './TurnBand.module.css';
import type { OwnTurn } from './turn-of.ts';

interface Props {
  readonly turn: OwnTurn;
  readonly now: number;
  /** 我来; resolves when it was answered. */
  readonly onTake: () => Promise<unknown>;
}

const TITLE = { pupil: 'pupil.myTurn', class: 'scenes.classTurn', anyone: 'scenes.whoSpeaks' } as const;

/** Says above what is on the screen that one may speak now: a turn stops neither a question nor a buzzer. */
export function TurnBand({ turn, now, onTake }: Props) {
  const t = useT();
  const { whose, open, endsAt } = turn;
  return (
    <div role="status" className={css.band}>
      <p className={css.words}>
        <b>{t(TITLE[whose])}</b>{' '}
        {whose !== 'anyone' && <span>{t(open ? 'scenes.speakToBoard' : 'common.microphoneReady')}</span>}
      </p>
      {endsAt !== null && <Countdown now={now} endsAt={endsAt} />}
      {whose === 'anyone' && <TakeButton onTake={onTake} className={css.take} />}
    </div>
  );
}
