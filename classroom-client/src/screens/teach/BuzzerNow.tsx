import type { BuzzerRound } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Countdown } from '../../ui/Countdown.tsx';
import css from './NowStrip.module.css';
import { speakerName } from './speaker-name.ts';
import type { TeachProps } from './teach-props.ts';
import { TURN_SECONDS } from './turn-seconds.ts';

const RUNNERS_UP = 4;

/** A buzzer round: how many pressed and how long still; then the winner with the classroom, and the next step. */
export function BuzzerNow({ view, names, now, act, round }: TeachProps & { readonly round: BuzzerRound }) {
  const t = useT();
  const { roundId, order, presses, closesAt } = round;
  const say = (press: BuzzerRound['presses'][number]) => speakerName(t, { view, names }, press);
  if (order === null) {
    return (
      <div className={css.row}>
        <div className={css.main}>
          <h2>{t('teach.buzzerOpen')}</h2>
          <Countdown now={now} endsAt={closesAt} startsAt={round.openedAt} />
        </div>
        <p className={`${css.middle} ${css.big}`}>{t('teach.buzzerPressed', { count: presses.length })}</p>
        <div className={css.next}>
          <Button look="next" size="large" onClick={() => act({ type: 'round.close', roundId })}>
            {t('teach.buzzerDecide')}
          </Button>
        </div>
      </div>
    );
  }
  const [winner, ...others] = order;
  const next = others.slice(0, RUNNERS_UP).map(say).join(t('common.listComma'));
  const callOn = winner && !view.turn;
  return (
    <div className={css.row}>
      <div className={css.middle}>
        <p className={`${css.big} ${css.short}`}>
          {winner ? t('teach.buzzerWinner', { name: say(winner) }) : t('teach.buzzerNobody')}
        </p>
        {next && <p className={`muted ${css.short}`}>{t('teach.buzzerNext', { names: next })}</p>}
      </div>
      <div className={css.next}>
        {callOn && (
          <Button
            look="next"
            size="large"
            onClick={() =>
              act({ type: 'turn.give', classroomId: winner.classroomId, seatId: winner.seatId, seconds: TURN_SECONDS })
            }
          >
            {t('teach.letSpeak')}
          </Button>
        )}
        <Button look={callOn ? 'plain' : 'next'} size="large" onClick={() => act({ type: 'round.dismiss', roundId })}>
          {t('teach.dismiss')}
        </Button>
      </div>
    </div>
  );
}
