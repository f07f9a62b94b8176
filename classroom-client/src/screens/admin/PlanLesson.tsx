import type { Me } from '@tongke/shared-types';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { problemWords } from '../../api/problem-words.ts';
import { useTask } from '../../api/use-task.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { ChooseRooms, type ChosenRooms, hasRooms } from '../staff/ChooseRooms.tsx';
import { LeadSelect } from './LeadSelect.tsx';
import { localMinute } from './local-minute.ts';
import css from './Panel.module.css';

interface Props {
  readonly me: Me;
  readonly onPlanned: () => Promise<void>;
  readonly onClose: () => void;
}

/** A lesson for later: title, time, who teaches, who joins. */
export function PlanLesson({ me, onPlanned, onClose }: Props) {
  const t = useT();
  const [title, setTitle] = useState('');
  const [time, setTime] = useState(() => localMinute(Date.now()));
  const [leadId, setLeadId] = useState(me.account.accountId);
  const [rooms, setRooms] = useState<ChosenRooms>({ joins: [], own: null });
  const { busy, problem, run } = useTask();
  const plannedAt = Date.parse(time);
  const ready = title.trim() !== '' && hasRooms(rooms) && Number.isFinite(plannedAt);
  const plan = async () => {
    const body = {
      title: title.trim(),
      plannedAt,
      classroomIds: [...rooms.joins],
      ownClassroomId: rooms.own,
      leadId,
    };
    const made = await run(() => call('POST /api/lessons', { body }));
    if (made?.ok) await onPlanned();
  };
  return (
    <Sheet title={t('staff.planLesson')} onClose={onClose}>
      <div className={css.form}>
        <Field label={t('staff.lessonTitle')} value={title} maxLength={80} onValue={setTitle} />
        <Field label={t('staff.lessonTime')} type="datetime-local" value={time} onValue={setTime} />
        {me.account.role === 'admin' && <LeadSelect value={leadId} onChange={setLeadId} />}
        <ChooseRooms value={rooms} onChange={setRooms} />
        {problem && <Notice tone="danger">{problemWords(t, problem)}</Notice>}
        <Button look="next" size="large" wide disabled={!ready || busy} onClick={() => void plan()}>
          {t('staff.plan')}
        </Button>
      </div>
    </Sheet>
  );
}
