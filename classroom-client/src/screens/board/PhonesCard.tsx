import type { Addresses } from '@tongke/shared-types';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { problemWords } from '../../api/problem-words.ts';
import { useLoad } from '../../api/use-load.ts';
import { useTask } from '../../api/use-task.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import css from './AssistantDrawer.module.css';
import { useCertificate } from './use-certificate.ts';

const REFRESH_MS = 5_000;

interface Props {
  readonly token: string;
  readonly addresses: Addresses | null;
}

/** Phones with the same rights as this drawer: a QR code pairs one and is gone once it did, a tap takes a phone away. */
export function PhonesCard({ token, addresses }: Props) {
  const t = useT();
  const [shown, setShown] = useState<{ readonly url: string; readonly before: readonly string[] } | null>(null);
  const { answer, reload } = useLoad(() => call('GET /api/phones', { token }), REFRESH_MS);
  const { busy, problem, run } = useTask();
  const certificate = useCertificate(addresses);
  const phones = answer?.ok ? answer.phones : [];
  const used = shown !== null && phones.some(({ phoneId }) => !shown.before.includes(phoneId));
  const show = async () => {
    const made = await run(() => call('POST /api/phones/link', { token }));
    if (made?.ok) setShown({ url: made.url, before: phones.map(({ phoneId }) => phoneId) });
  };
  const remove = async (id: string) => {
    await run(() => call('DELETE /api/phones/:id', { token, id }));
    await reload();
  };
  return (
    <section className={css.phones}>
      <h2>{t('board.phones')}</h2>
      <p className="muted">{t('board.phonesLine')}</p>
      {shown && !used ? (
        <>
          <QrCode text={shown.url} label={t('board.phoneQr')} className={css.qr} />
          {certificate && (
            <>
              <p className="muted">{t('board.phoneWarns', { address: certificate })}</p>
              <QrCode text={certificate} label={t('board.certificateQr')} className={css.smallQr} />
            </>
          )}
        </>
      ) : (
        <>
          {used && <p role="status">{t('board.phonePaired')}</p>}
          <Button disabled={busy} onClick={show}>
            {t('board.showPhoneQr')}
          </Button>
        </>
      )}
      {problem && <Notice tone="danger">{problemWords(t, problem)}</Notice>}
      {phones.length > 0 && <h3>{t('board.pairedPhones')}</h3>}
      {phones.map(({ phoneId, browser }) => (
        <div key={phoneId} className={css.phone}>
          <span>{browser}</span>
          <ConfirmButton
            disabled={busy}
            question={t('board.removePhoneSure', { phone: browser })}
            onConfirm={() => void remove(phoneId)}
          >
            {t('common.remove')}
          </ConfirmButton>
        </div>
      ))}
    </section>
  );
}
