import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { BigMessage } from './BigMessage.tsx';
import css from './Guest.module.css';

interface Props {
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** 换人 asks once, so that a passing finger changes nothing. */
export function LeaveSeat({ onStay, onLeave }: Props) {
  const t = useT();
  return (
    <BigMessage title={t('pupil.changePupilSure')}>
      <div className={css.choices}>
        <Button look="next" size="large" wide onClick={onStay}>
          {t('common.no')}
        </Button>
        <Button size="large" wide onClick={onLeave}>
          {t('pupil.changePupil')}
        </Button>
      </div>
    </BigMessage>
  );
}
