import { useT } from '../i18n/use-t.ts';
import css from './Countdown.module.css';
import { classNames } from './class-names.ts';

interface Props {
  /** The server's clock, ms. */
  readonly now: number;
  readonly endsAt: number;
  /** Where the bar begins; without it there is no bar. */
  readonly startsAt?: number | null;
  readonly className?: string | undefined;
}

/** Whole seconds that are left, never below zero; it reaches 0 at the end and not before. */
export function secondsLeft(now: number, endsAt: number): number {
  return Math.max(0, Math.ceil((endsAt - now) / 1000));
}

/** The time that is left, as a number and as a bar that grows shorter. */
export function Countdown({ now, endsAt, startsAt = null, className }: Props) {
  const t = useT();
  const seconds = secondsLeft(now, endsAt);
  const share = startsAt === null ? null : Math.min(1, Math.max(0, (endsAt - now) / Math.max(1, endsAt - startsAt)));
  return (
    <div role="timer" className={classNames(css.countdown, seconds <= 5 && css.short, className)}>
      <span className="unseen">{t('common.secondsLeft', { seconds })}</span>
      <span aria-hidden="true" className={css.number}>
        {seconds}
      </span>
      {share !== null && (
        <span aria-hidden="true" className={css.track}>
          <span className={css.bar} style={{ transform: `scaleX(${share})` }} />
        </span>
      )}
    </div>
  );
}
