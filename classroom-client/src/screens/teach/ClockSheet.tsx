import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import css from './ClockSheet.module.css';

/** What the teacher chooses from with one tap, in s. */
const COUNTDOWNS = [30, 60, 120, 180, 300, 600] as const;

interface Props {
  readonly onStart: (seconds: number | null) => void;
  readonly onClose: () => void;
}

/** A countdown or a clock that counts up, for everybody. */
export function ClockSheet({ onStart, onClose }: Props) {
  const t = useT();
  return (
    <Sheet title={t('clock.title')} onClose={onClose}>
      <p className="muted">{t('clock.line')}</p>
      <div className={css.choices}>
        {COUNTDOWNS.map((seconds) => (
          <Button key={seconds} onClick={() => onStart(seconds)}>
            {seconds < 60 ? t('clock.seconds', { seconds }) : t('clock.minutes', { minutes: seconds / 60 })}
          </Button>
        ))}
      </div>
      <Button wide onClick={() => onStart(null)}>
        {t('clock.countUp')}
      </Button>
    </Sheet>
  );
}
