import { useT } from '../../i18n/use-t.ts';
import { Countdown } from '../../ui/Countdown.tsx';
import css from './TurnBand.module.css';
import type { OwnTurn } from './turn-of.ts';

/** Says above what is on the screen that one may speak now: a turn stops neither a question nor a buzzer. */
export function TurnBand({ turn, now }: { readonly turn: OwnTurn; readonly now: number }) {
  const t = useT();
  const { whose, open, endsAt } = turn;
  const mine = whose === 'pupil';
  return (
    <div role="status" className={css.band}>
      <p className={css.words}>
        <b>{t(mine ? 'pupil.myTurn' : 'pupil.classTurn')}</b>{' '}
        <span>{t(open ? 'pupil.speakToBoard' : 'common.microphoneReady')}</span>
      </p>
      <Countdown now={now} endsAt={endsAt} />
    </div>
  );
}
