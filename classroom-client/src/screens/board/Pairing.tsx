import { problemWords } from '../../api/problem-words.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import { Working } from '../../ui/Working.tsx';
import css from './Calm.module.css';
import { usePairing } from './use-pairing.ts';

interface Props {
  /** From a one-time link. */
  readonly claim: string | null;
  readonly onPaired: (token: string) => void;
}

/** A board that belongs to no classroom yet: six digits for somebody with an account. */
export function Pairing({ claim, onPaired }: Props) {
  const t = useT();
  const pairing = usePairing(claim, onPaired);
  const address = `${location.origin}/pair`;
  return (
    <main className={css.screen}>
      <LanguageSwitch className={css.corner} />
      {pairing.kind === 'working' && (
        <Working sentence={t(claim ? 'board.claiming' : 'board.makingPin')} longer={t('common.connectingLong')} />
      )}
      {pairing.kind === 'problem' && (
        <Notice
          tone="danger"
          action={
            <Button look="next" onClick={pairing.retry}>
              {t('common.retry')}
            </Button>
          }
        >
          {problemWords(t, pairing.reason)}
        </Notice>
      )}
      {pairing.kind === 'pin' && (
        <>
          <h1 className={css.title}>{t('board.pairTitle')}</h1>
          <div className={css.beside}>
            <QrCode text={address} label={t('board.pairQr')} className={css.qr} />
            <div>
              <p className={css.line}>{t('board.pairLine', { address })}</p>
              <p className={css.digits}>{spaced(pairing.pin)}</p>
              <p className={css.muted}>{t('board.pinLeft', { minutes: pairing.minutesLeft })}</p>
            </div>
          </div>
          <p className={css.muted}>{t('board.pairOnce')}</p>
        </>
      )}
    </main>
  );
}

function spaced(digits: string): string {
  return `${digits.slice(0, 3)} ${digits.slice(3)}`;
}
