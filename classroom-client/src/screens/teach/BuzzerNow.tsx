import { type BuzzerRound, orderOf } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Countdown } from '../../ui/Countdown.tsx';
import { BuzzerDecided } from './BuzzerDecided.tsx';
import css from './BuzzerNow.module.css';
import { BuzzerOrder } from './BuzzerOrder.tsx';
import strip from './NowStrip.module.css';
import type { TeachProps } from './teach-props.ts';

/** A buzzer round: get set; then who has pressed so far, which may still change; then the order and what follows from it. */
export function BuzzerNow(props: TeachProps & { readonly round: BuzzerRound }) {
  const t = useT();
  const { view, names, now, act, round } = props;
  const { roundId, presses, startedAt, closesAt } = round;
  if (round.order !== null) return <BuzzerDecided {...props} order={round.order} />;
  const order = orderOf(round, view);
  return (
    <div className={strip.row}>
      <div className={css.state}>
        <h2>{t(startedAt === null ? 'teach.buzzerArmed' : 'teach.buzzerOpen')}</h2>
        {startedAt !== null && <Countdown now={now} endsAt={closesAt ?? now} startsAt={startedAt} />}
      </div>
      <div className={css.middle}>
        {startedAt === null ? (
          <p className={strip.short}>{round.prompt || t('teach.buzzerArmedLine')}</p>
        ) : (
          <>
            <p>
              <b>{t('teach.buzzerPressed', { count: presses.length })}</b>
              {presses.length > 0 && <span className="muted"> · {t('teach.provisional')}</span>}
            </p>
            <BuzzerOrder {...{ view, names, round, order }} />
          </>
        )}
      </div>
      <div className={strip.next}>
        <Button look="next" size="large" onClick={() => act({ type: 'round.close', roundId })}>
          {t('teach.buzzerDecide')}
        </Button>
      </div>
    </div>
  );
}
