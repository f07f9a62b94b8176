import type { BuzzerRound, Entrant, Place } from '@tongke/shared-types';
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
  const { roundId, order, presses, startedAt, closesAt, current, verdicts } = round;
  const say = ({ entrant }: Place) => speakerName(t, { view, names }, whoSpeaks(entrant));
  if (order === null) {
    return (
      <div className={css.row}>
        <div className={css.main}>
          <h2>{t(startedAt === null ? 'teach.buzzerArmed' : 'teach.buzzerOpen')}</h2>
          {startedAt !== null && <Countdown now={now} endsAt={closesAt ?? now} startsAt={startedAt} />}
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
  const winner = order.find(({ rank }) => rank === current);
  const others = order.filter(({ rank }) => rank > current);
  const judged = verdicts.some(({ place }) => place === winner?.place);
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
              act({
                type: 'turn.give',
                classroomId: winner.entrant.classroomId,
                seatId: whoSpeaks(winner.entrant).seatId,
                seconds: TURN_SECONDS,
              })
            }
          >
            {t('teach.letSpeak')}
          </Button>
        )}
        {winner && !judged && (
          <Button size="large" onClick={() => act({ type: 'buzzer.award', roundId, give: true })}>
            {t('teach.buzzerGive')}
          </Button>
        )}
        {others.length > 0 && (
          <Button size="large" onClick={() => act({ type: 'buzzer.next', roundId })}>
            {t('teach.buzzerPass')}
          </Button>
        )}
        <Button look={callOn ? 'plain' : 'next'} size="large" onClick={() => act({ type: 'round.dismiss', roundId })}>
          {t('teach.dismiss')}
        </Button>
      </div>
    </div>
  );
}

/** A pupil, or the class as a whole for its board and for a hand. */
function whoSpeaks(entrant: Entrant) {
  const { classroomId } = entrant;
  const pupil = entrant.kind === 'seat' ? entrant : null;
  return { classroomId, seatId: pupil?.seatId ?? null, number: pupil?.number ?? null };
}
