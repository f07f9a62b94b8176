import type { OneTimeLink } from '@tongke/shared-types';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { useLoad } from '../../api/use-load.ts';
import { useTask } from '../../api/use-task.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { LinkCard } from './LinkCard.tsx';
import css from './Panel.module.css';
import { Panel } from './Panel.tsx';
import { pairingToken } from './pairing-token.ts';

/** Schools that hold lessons together: each side decides what the other may read. */
export function Partners() {
  const t = useT();
  const { answer, reload } = useLoad(() => call('GET /api/pairings'));
  const { busy, problem, run } = useTask();
  const [link, setLink] = useState<OneTimeLink | null>(null);
  const [token, setToken] = useState(() => pairingToken(location.hash));
  const offer = async () => {
    const made = await run(() => call('POST /api/pairings'));
    if (made?.ok) setLink(made);
  };
  const accept = async () => {
    if (token === null) return;
    const done = await run(() => call('POST /api/pairings/accept', { body: { token } }));
    if (!done) return;
    setToken(null);
    history.replaceState(null, '', '#partners');
    await reload();
  };
  const allow = async (id: string, givenNames: boolean) => {
    await run(() => call('PATCH /api/pairings/:id', { id, body: { givenNames } }));
    await reload();
  };
  const remove = async (id: string) => {
    await run(() => call('DELETE /api/pairings/:id', { id }));
    await reload();
  };
  return (
    <Panel
      title={t('staff.tab_partners')}
      hint={t('staff.partnersHint')}
      {...{ answer, reload, problem }}
      action={
        <Button look="next" disabled={busy} onClick={() => void offer()}>
          {t('staff.offerPairing')}
        </Button>
      }
    >
      {({ pairings }) => (
        <div className={css.form}>
          {token !== null && (
            <Notice
              tone="attention"
              action={
                <Button look="next" disabled={busy} onClick={() => void accept()}>
                  {t('staff.acceptPairing')}
                </Button>
              }
            >
              {t('staff.pairingOffered')}
            </Notice>
          )}
          {pairings.length === 0 && <p className="muted">{t('staff.noPartners')}</p>}
          {pairings.map(({ pairingId, partner, givenNames, partnerGivenNames }) => (
            <section key={pairingId} className={css.form}>
              <div className={css.top}>
                <h3>{partner.name}</h3>
                <ConfirmButton
                  size="small"
                  question={t('staff.removePartnerSure', { school: partner.name })}
                  onConfirm={() => void remove(pairingId)}
                >
                  {t('common.remove')}
                </ConfirmButton>
              </div>
              <Switch
                label={t('staff.givenNames', { school: partner.name })}
                on={givenNames}
                disabled={busy}
                onChange={(on) => void allow(pairingId, on)}
              />
              <p className="muted">{t(partnerGivenNames ? 'staff.theyShowNames' : 'staff.theyShowNumbers')}</p>
            </section>
          ))}
          {link && (
            <Sheet title={t('staff.oneTimeLink')} onClose={() => setLink(null)}>
              <LinkCard link={link} line={t('staff.pairingHandOver')} />
            </Sheet>
          )}
        </div>
      )}
    </Panel>
  );
}
