import { useCallback, useEffect, useState } from 'react';
import { type Answer, call } from '../../api/call.ts';
import { problemWords } from '../../api/problem-words.ts';
import { useTask } from '../../api/use-task.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Working } from '../../ui/Working.tsx';
import { HOME_OF } from './home-of.ts';
import { LinkPage } from './LinkPage.tsx';
import { LinkProblem } from './LinkProblem.tsx';
import { ROLE_WORD } from './role-word.ts';

/** An invitation: to which school and as what; one name, one tap. */
export function AcceptInvite({ token }: { readonly token: string }) {
  const t = useT();
  const [invite, setInvite] = useState<Answer<'POST /api/invites/look'> | null>(null);
  const [name, setName] = useState('');
  const { busy, problem, run } = useTask();
  const look = useCallback(() => {
    setInvite(null);
    void call('POST /api/invites/look', { body: { token } }).then((answer) => {
      setInvite(answer);
      if (answer.ok && answer.name) setName(answer.name);
    });
  }, [token]);
  useEffect(look, [look]);
  const accept = async () => {
    const me = await run(() => call('POST /api/invites/accept', { body: { token, name: name.trim() } }));
    if (me?.ok) location.replace(HOME_OF[me.account.role]);
  };
  if (!invite) return <Working sentence={t('staff.openingLink')} longer={t('common.connectingLong')} />;
  if (!invite.ok) return <LinkProblem reason={invite.reason} onRetry={look} />;
  const role = t(ROLE_WORD[invite.role]);
  return (
    <LinkPage title={invite.schoolName} line={t('staff.inviteLine', { role })}>
      <Field label={t('staff.yourName')} hint={t('staff.yourNameHint')} value={name} maxLength={40} onValue={setName} />
      {problem && <Notice tone="danger">{problemWords(t, problem)}</Notice>}
      <Button look="next" size="large" wide disabled={name.trim() === '' || busy} onClick={() => void accept()}>
        {t('staff.accept')}
      </Button>
    </LinkPage>
  );
}
