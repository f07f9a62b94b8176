import { useState } from 'react';
import { call } from '../../api/call.ts';
import { problemWords } from '../../api/problem-words.ts';
import { useLoad } from '../../api/use-load.ts';
import { useTask } from '../../api/use-task.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import css from './AssistantDrawer.module.css';

const REFRESH_MS = 5_000;

/** Phones with the same rights as this drawer: a QR code pairs one, a tap takes it away. */
export function PhonesCard({ token }: { readonly token: string }) {
  const t = useT();
  const [link, setLink] = useState<string | null>(null);
  const { answer, reload } = useLoad(() => call('GET /api/phones', { token }), REFRESH_MS);
  const { busy, problem, run } = useTask();
  const phones = answer?.ok ? answer.phones : [];
  const show = async () => {
    const made = await run(() => call('POST /api/phones/link', { token }));
    if (made?.ok) setLink(made.url);
  };
  const remove = async (id: string) => {
    await run(() => call('DELETE /api/phones/:id', { token, id }));
    await reload();
  };
  return (
    <section className={css.phones}>
      <h2>{t('board.phones')}</h2>
      <p className="muted">{t('board.phonesLine')}</p>
      {link ? (
        <QrCode text={link} label={t('board.phoneQr')} className={css.qr} />
      ) : (
        <Button disabled={busy} onClick={show}>
          {t('board.showPhoneQr')}
        </Button>
      )}
      {problem && <Notice tone="danger">{problemWords(t, problem)}</Notice>}
      {phones.length > 0 && <h3>{t('board.pairedPhones')}</h3>}
      {phones.map(({ phoneId, browser }) => (
        <div key={phoneId} className={css.phone}>
          <span>{browser}</span>
          <Button disabled={busy} onClick={() => void remove(phoneId)}>
            {t('common.remove')}
          </Button>
        </div>
      ))}
    </section>
  );
}
