import type { AccountItem, OneTimeLink, StaffRole } from '@tongke/shared-types';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { useLoad } from '../../api/use-load.ts';
import { useTask } from '../../api/use-task.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { ROLE_WORD } from '../setup/role-word.ts';
import { LinkCard } from './LinkCard.tsx';
import { OpenLinks } from './OpenLinks.tsx';
import css from './Panel.module.css';
import { Panel } from './Panel.tsx';
import type { PanelProps } from './panel-props.ts';

const ROLES: readonly StaffRole[] = ['teacher', 'assistant', 'admin'];
const INVITE_WORD = {
  teacher: 'staff.inviteTeacher',
  assistant: 'staff.inviteAssistant',
  admin: 'staff.inviteAdmin',
} as const;

/** The school's people: invite, help back in, remove. */
export function People({ me }: PanelProps) {
  const t = useT();
  const { answer, reload } = useLoad(() => call('GET /api/accounts'));
  const { busy, problem, run } = useTask();
  const [shown, setShown] = useState<{ readonly link: OneTimeLink; readonly line: string } | null>(null);
  const invite = async (role: StaffRole) => {
    const made = await run(() => call('POST /api/invites', { body: { role } }));
    if (made?.ok) setShown({ link: made, line: t('staff.inviteHandOver', { role: t(ROLE_WORD[role]) }) });
  };
  const letIn = async ({ accountId, name }: AccountItem) => {
    const made = await run(() => call('POST /api/sign-in-links', { body: { accountId } }));
    if (made?.ok) setShown({ link: made, line: t('staff.signInHandOver', { name }) });
  };
  const remove = async (id: string) => {
    await run(() => call('DELETE /api/accounts/:id', { id }));
    await reload();
  };
  const close = () => {
    setShown(null);
    void reload();
  };
  return (
    <Panel
      title={t('staff.tab_people')}
      hint={t('staff.peopleHint')}
      {...{ answer, reload, problem }}
      action={
        <div className={css.actions}>
          {ROLES.map((role, index) => (
            <Button key={role} look={index === 0 ? 'next' : 'plain'} disabled={busy} onClick={() => void invite(role)}>
              {t(INVITE_WORD[role])}
            </Button>
          ))}
        </div>
      }
    >
      {({ accounts }) => (
        <div className={css.list}>
          {accounts.map((account) => (
            <div key={account.accountId} className={css.row}>
              <p className={css.what}>
                <b>{account.name}</b>
                <span className="muted">{t(ROLE_WORD[account.role])}</span>
              </p>
              {(me.account.operator || !account.operator) && (
                <div className={css.actions}>
                  <Button size="small" disabled={busy} onClick={() => void letIn(account)}>
                    {t('staff.signInLink')}
                  </Button>
                  {account.accountId !== me.account.accountId && (
                    <ConfirmButton
                      size="small"
                      question={t('staff.removePersonSure', { name: account.name })}
                      onConfirm={() => void remove(account.accountId)}
                    >
                      {t('common.remove')}
                    </ConfirmButton>
                  )}
                </div>
              )}
            </div>
          ))}
          {!shown && <OpenLinks />}
          {shown && (
            <Sheet title={t('staff.oneTimeLink')} onClose={close}>
              <LinkCard {...shown} />
            </Sheet>
          )}
        </div>
      )}
    </Panel>
  );
}
