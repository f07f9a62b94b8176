import { useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { openSecondScreen } from './open-second-screen.ts';

/** [SS2] Opens the window for the own class, or says why it did not open. */
export function SecondScreenOffer({ onOpened }: { readonly onOpened: () => void }) {
  const t = useT();
  const [blocked, setBlocked] = useState(false);
  const open = async () => {
    const opened = await openSecondScreen();
    setBlocked(!opened);
    if (opened) onOpened();
  };
  return (
    <>
      {blocked && <Notice tone="danger">{t('screen.secondBlocked')}</Notice>}
      <Button wide onClick={() => void open()}>
        {t('screen.secondOpen')}
      </Button>
      <p className="muted">{t('screen.secondLine')}</p>
    </>
  );
}
