import type { OneTimeLink } from '@tongke/shared-types';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { useLoad } from '../../api/use-load.ts';
import { useTask } from '../../api/use-task.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { LinkCard } from './LinkCard.tsx';
import css from './Panel.module.css';
import { Panel } from './Panel.tsx';

/** All schools of this server; whoever runs it adds one and hands its administrator the link. */
export function Schools() {
  const t = useT();
  const { answer, reload } = useLoad(() => call('GET /api/schools'));
  const { busy, problem, run } = useTask();
  const [name, setName] = useState('');
  const [link, setLink] = useState<OneTimeLink | null>(null);
  const add = async () => {
    const made = await run(() => call('POST /api/schools', { body: { name: name.trim() } }));
    if (!made?.ok) return;
    setName('');
    setLink(made);
    await reload();
  };
  return (
    <Panel title={t('staff.tab_schools')} hint={t('staff.schoolsHint')} {...{ answer, reload, problem }}>
      {({ schools }) => (
        <div className={css.form}>
          <div className={css.list}>
            {schools.map((school) => (
              <p key={school.schoolId} className={css.row}>
                <b>{school.name}</b>
              </p>
            ))}
          </div>
          <Field label={t('staff.newSchool')} value={name} maxLength={40} onValue={setName} />
          <div>
            <Button look="next" disabled={name.trim() === '' || busy} onClick={() => void add()}>
              {t('staff.add')}
            </Button>
          </div>
          {link && (
            <Sheet title={t('staff.oneTimeLink')} onClose={() => setLink(null)}>
              <LinkCard link={link} line={t('staff.schoolHandOver')} />
            </Sheet>
          )}
        </div>
      )}
    </Panel>
  );
}
