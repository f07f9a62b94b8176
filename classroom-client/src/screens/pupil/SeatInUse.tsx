import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { BigMessage } from './BigMessage.tsx';
import css from './Guest.module.css';

interface Props {
  readonly name: string;
  /** The request is on the board. */
  readonly waiting: boolean;
  readonly onRequest: () => void;
  readonly onBack: () => void;
}

/** The name is in use on another device: the assistant decides, with one tap. */
export function SeatInUse({ name, waiting, onRequest, onBack }: Props) {
  const t = useT();
  const title = waiting ? t('pupil.askChange') : t('pupil.seatInUse', { name });
  return (
    <BigMessage mood="calm" title={title} line={waiting ? t('pupil.waitingForTeacher') : t('pupil.askChangeLine')}>
      <div className={css.choices}>
        {!waiting && (
          <Button look="next" size="large" wide onClick={onRequest}>
            {t('pupil.requestChange')}
          </Button>
        )}
        <Button size="large" wide onClick={onBack}>
          {t('pupil.chooseAgain')}
        </Button>
      </div>
    </BigMessage>
  );
}
