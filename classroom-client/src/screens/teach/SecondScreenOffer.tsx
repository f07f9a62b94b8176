import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import css from './SecondScreenOffer.module.css';
import { useSecondScreen } from './use-second-screen.ts';

interface Props {
  readonly onOpened: () => void;
  /** It is all that the sheet is for. */
  readonly alone?: boolean;
}

/** [SS2] Opens the window for the own class, or says why it did not open. */
export function SecondScreenOffer({ onOpened, alone = false }: Props) {
  const t = useT();
  const { blocked, open } = useSecondScreen();
  return (
    <div className={css.offer}>
      <p className={alone ? undefined : 'muted'}>{t('screen.secondLine')}</p>
      {blocked && <Notice tone="danger">{t('screen.secondBlocked')}</Notice>}
      <Button wide look={alone ? 'next' : 'plain'} onClick={() => void open().then((opened) => opened && onOpened())}>
        {t('screen.secondOpen')}
      </Button>
    </div>
  );
}
