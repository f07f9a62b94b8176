import { useState } from 'react';
import { call } from '../../api/call.ts';
import { problemWords } from '../../api/problem-words.ts';
import { useTask } from '../../api/use-task.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { HOME_OF } from './home-of.ts';
import { LinkPage } from './LinkPage.tsx';

/** The first start: who looks after this server, and for which school. */
export function FirstStart({ token }: { readonly token: string }) {
  const t = useT();
  const [schoolName, setSchoolName] = useState('');
  const [name, setName] = useState('');
  const { busy, problem, run } = useTask();
  const begin = async () => {
    const body = { token, schoolName: schoolName.trim(), name: name.trim() };
    const me = await run(() => call('POST /api/setup', { body }));
    if (me?.ok) location.replace(HOME_OF.admin);
  };
  const ready = schoolName.trim() !== '' && name.trim() !== '';
  return (
    <LinkPage title={t('staff.firstStart')} line={t('staff.firstStartLine')}>
      <Field label={t('staff.schoolName')} value={schoolName} maxLength={40} onValue={setSchoolName} />
      <Field label={t('staff.yourName')} value={name} maxLength={40} onValue={setName} />
      {problem && <Notice tone="danger">{problemWords(t, problem)}</Notice>}
      <Button look="next" size="large" wide disabled={!ready || busy} onClick={() => void begin()}>
        {t('staff.begin')}
      </Button>
    </LinkPage>
  );
}
