import type { SchoolPatch } from '@tongke/shared-types';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { useLoad } from '../../api/use-load.ts';
import { useTask } from '../../api/use-task.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { Tile } from '../../ui/Tile.tsx';
import { Changes } from './Changes.tsx';
import css from './Panel.module.css';
import { Panel } from './Panel.tsx';
import type { PanelProps } from './panel-props.ts';

const PHOTO_DAYS_CHOICES = [1, 7, 30, 90, 365] as const;

/** The school's name, whether pupils go by number alone, how long photos are kept, and who changed what when. */
export function Settings({ me, onMeChanged }: PanelProps) {
  const t = useT();
  const { answer, reload } = useLoad(() => call('GET /api/school/changes'));
  const { busy, problem, run } = useTask();
  const [name, setName] = useState(me.school.name);
  const change = async (body: SchoolPatch) => {
    await run(() => call('PATCH /api/school', { body }));
    await Promise.all([reload(), onMeChanged()]);
  };
  const renamed = name.trim() !== '' && name.trim() !== me.school.name;
  return (
    <Panel title={t('staff.tab_settings')} {...{ answer, reload, problem }}>
      {({ changes }) => (
        <div className={css.form}>
          <Field label={t('staff.schoolName')} value={name} maxLength={40} onValue={setName} />
          {renamed && (
            <div>
              <Button look="next" disabled={busy} onClick={() => void change({ name: name.trim() })}>
                {t('common.save')}
              </Button>
            </div>
          )}
          <Switch
            label={t('staff.numbersOnly')}
            on={me.school.numbersOnly}
            disabled={busy}
            onChange={(numbersOnly) => void change({ numbersOnly })}
          />
          <p className="muted">{t('staff.numbersOnlyHint')}</p>
          <section>
            <h3>{t('staff.photoDays')}</h3>
            <p className="muted">{t('staff.photoDaysHint')}</p>
            <div className={css.tiles}>
              {PHOTO_DAYS_CHOICES.map((photoDays) => (
                <Tile
                  key={photoDays}
                  title={t('staff.daysCount', { days: photoDays })}
                  chosen={me.school.photoDays === photoDays}
                  onClick={() => void change({ photoDays })}
                />
              ))}
            </div>
          </section>
          <Changes changes={changes} />
        </div>
      )}
    </Panel>
  );
}
