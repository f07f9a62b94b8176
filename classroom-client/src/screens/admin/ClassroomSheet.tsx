import type { ClassroomItem, ClassroomPatch } from '@tongke/shared-types';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { problemWords } from '../../api/problem-words.ts';
import { useTask } from '../../api/use-task.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Switch } from '../../ui/Switch.tsx';
import css from './Panel.module.css';
import { Roster } from './Roster.tsx';

interface Props {
  readonly classroom: ClassroomItem;
  readonly admin: boolean;
  readonly onChanged: () => Promise<void>;
  readonly onClose: () => void;
}

/** One classroom: its roster, and for an administrator its name, its camera and its end. */
export function ClassroomSheet({ classroom, admin, onChanged, onClose }: Props) {
  const t = useT();
  const { classroomId } = classroom;
  const [name, setName] = useState(classroom.name);
  const { busy, problem, run } = useTask();
  const change = async (body: ClassroomPatch) => {
    await run(() => call('PATCH /api/classrooms/:id', { id: classroomId, body }));
    await onChanged();
  };
  const remove = async () => {
    const gone = await run(() => call('DELETE /api/classrooms/:id', { id: classroomId }));
    if (!gone?.ok) return;
    onClose();
    await onChanged();
  };
  const renamed = name.trim() !== '' && name.trim() !== classroom.name;
  return (
    <Sheet title={classroom.name} place="side" onClose={onClose}>
      <div className={css.form}>
        {problem && <Notice tone="danger">{problemWords(t, problem)}</Notice>}
        <Roster classroomId={classroomId} admin={admin} onChanged={onChanged} />
        {admin && (
          <>
            <Field label={t('staff.classroomName')} value={name} maxLength={40} onValue={setName} />
            {renamed && (
              <Button look="next" disabled={busy} onClick={() => void change({ name: name.trim() })}>
                {t('common.save')}
              </Button>
            )}
            <Switch
              label={t('staff.cameraAllowed')}
              on={classroom.cameraAllowed}
              disabled={busy}
              onChange={(cameraAllowed) => void change({ cameraAllowed })}
            />
            <p className="muted">{t('staff.cameraAllowedHint')}</p>
            <ConfirmButton
              look="danger"
              question={t('staff.removeClassroomSure', { name: classroom.name })}
              onConfirm={() => void remove()}
            >
              {t('staff.removeClassroom')}
            </ConfirmButton>
          </>
        )}
      </div>
    </Sheet>
  );
}
