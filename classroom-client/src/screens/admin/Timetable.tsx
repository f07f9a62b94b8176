import type { LessonItem } from '@tongke/shared-types';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { useLoad } from '../../api/use-load.ts';
import { useTask } from '../../api/use-task.ts';
import { useLanguage, useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { timeWords } from '../board/time-words.ts';
import css from './Panel.module.css';
import { Panel } from './Panel.tsx';
import { PlanLesson } from './PlanLesson.tsx';
import type { PanelProps } from './panel-props.ts';

const STATUS = { planned: 'staff.planned', live: 'staff.live', ended: 'staff.ended' } as const;

/** Lessons, newest plan first. */
export function Timetable({ me }: PanelProps) {
  const t = useT();
  const { answer, reload } = useLoad(() => call('GET /api/lessons'));
  const { problem, run } = useTask();
  const [planning, setPlanning] = useState(false);
  const remove = async (id: string) => {
    await run(() => call('DELETE /api/lessons/:id', { id }));
    await reload();
  };
  const planned = async () => {
    setPlanning(false);
    await reload();
  };
  return (
    <Panel
      title={t('staff.tab_timetable')}
      {...{ answer, reload, problem }}
      action={
        me.account.role !== 'assistant' && (
          <Button look="next" onClick={() => setPlanning(true)}>
            {t('staff.planLesson')}
          </Button>
        )
      }
    >
      {({ lessons }) => (
        <div className={css.list}>
          {lessons.length === 0 && <p className="muted">{t('staff.noLessons')}</p>}
          {lessons.map((lesson) => (
            <Row key={lesson.lessonId} lesson={lesson} onRemove={remove} />
          ))}
          {planning && <PlanLesson me={me} onPlanned={planned} onClose={() => setPlanning(false)} />}
        </div>
      )}
    </Panel>
  );
}

function Row({ lesson, onRemove }: { readonly lesson: LessonItem; readonly onRemove: (id: string) => Promise<void> }) {
  const t = useT();
  const language = useLanguage();
  const { lessonId, title, lead, plannedAt, status, classrooms, mayDelete } = lesson;
  return (
    <div className={css.row}>
      <p className={css.what}>
        <b>{title}</b>
        <span className="muted">
          {timeWords(plannedAt, Date.now(), language)} · {lead.name} · {t(STATUS[status])}
        </span>
        <span className="muted">{classrooms.map(({ name }) => name).join(' · ')}</span>
      </p>
      {mayDelete && (
        <ConfirmButton
          size="small"
          question={t('staff.removeLessonSure', { title })}
          onConfirm={() => void onRemove(lessonId)}
        >
          {t('common.remove')}
        </ConfirmButton>
      )}
    </div>
  );
}
