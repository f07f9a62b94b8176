import type { ClassroomItem } from '@tongke/shared-types';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { useLoad } from '../../api/use-load.ts';
import { useTask } from '../../api/use-task.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { ClassroomSheet } from './ClassroomSheet.tsx';
import css from './Panel.module.css';
import { Panel } from './Panel.tsx';
import type { PanelProps } from './panel-props.ts';

/** The school's own classrooms; a tap opens one with its roster. */
export function Classrooms({ me }: PanelProps) {
  const t = useT();
  const { answer, reload } = useLoad(() => call('GET /api/classrooms'));
  const { busy, problem, run } = useTask();
  const [name, setName] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const admin = me.account.role === 'admin';
  const add = async () => {
    const made = await run(() => call('POST /api/classrooms', { body: { name: name.trim() } }));
    if (!made?.ok) return;
    setName('');
    await reload();
    setOpen(made.classroom.classroomId);
  };
  return (
    <Panel title={t('staff.tab_classrooms')} hint={t('staff.classroomsHint')} {...{ answer, reload, problem }}>
      {({ classrooms }) => {
        const own = classrooms.filter((classroom) => classroom.own);
        const opened = own.find(({ classroomId }) => classroomId === open);
        return (
          <>
            <div className={css.list}>
              {own.length === 0 && <p className="muted">{t(admin ? 'staff.firstClassroom' : 'staff.noClassrooms')}</p>}
              {own.map((classroom) => (
                <Row key={classroom.classroomId} classroom={classroom} onOpen={setOpen} />
              ))}
            </div>
            {admin && (
              <form
                className={css.form}
                onSubmit={(event) => {
                  event.preventDefault();
                  void add();
                }}
              >
                <Field label={t('staff.newClassroom')} value={name} maxLength={40} onValue={setName} />
                <div>
                  <Button type="submit" look="next" disabled={name.trim() === '' || busy}>
                    {t('staff.add')}
                  </Button>
                </div>
              </form>
            )}
            {opened && (
              <ClassroomSheet classroom={opened} admin={admin} onChanged={reload} onClose={() => setOpen(null)} />
            )}
          </>
        );
      }}
    </Panel>
  );
}

function Row({ classroom, onOpen }: { readonly classroom: ClassroomItem; readonly onOpen: (id: string) => void }) {
  const t = useT();
  const { classroomId, name, pupils, boards, cameraAllowed } = classroom;
  return (
    <div className={css.row}>
      <p className={css.what}>
        <b>{name}</b>
        <span className="muted">
          {t('staff.pupilsCount', { count: pupils })} · {boards > 0 ? t('staff.boardPaired') : t('staff.boardMissing')}
          {!cameraAllowed && ` · ${t('staff.cameraForbidden')}`}
        </span>
      </p>
      <Button size="small" onClick={() => onOpen(classroomId)}>
        {t('staff.openClassroom')}
      </Button>
    </div>
  );
}
