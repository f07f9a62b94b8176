import { useState } from 'react';
import { call } from '../../api/call.ts';
import { problemWords } from '../../api/problem-words.ts';
import { useLoad } from '../../api/use-load.ts';
import { useTask } from '../../api/use-task.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Tile } from '../../ui/Tile.tsx';
import css from './LessonPicker.module.css';

interface Props {
  readonly onMade: (lessonId: string) => void;
  readonly onClose: () => void;
}

/** A lesson that begins now: a title, who joins, and which class sits in this room. */
export function QuickLesson({ onMade, onClose }: Props) {
  const t = useT();
  const { answer } = useLoad(() => call('GET /api/classrooms'));
  const [title, setTitle] = useState('');
  const [joins, setJoins] = useState<readonly string[]>([]);
  const [own, setOwn] = useState<string | null>(null);
  const { busy, problem, run } = useTask();
  const classrooms = answer?.ok ? answer.classrooms : [];
  const classroomIds = joins.filter((id) => id !== own);
  const ready = title.trim() !== '' && (classroomIds.length > 0 || own !== null);

  const make = async () => {
    const body = { title: title.trim(), plannedAt: Date.now(), classroomIds: [...classroomIds], ownClassroomId: own };
    const made = await run(() => call('POST /api/lessons', { body }));
    if (made?.ok) onMade(made.lesson.lessonId);
  };
  const toggle = (id: string) => setJoins(joins.includes(id) ? joins.filter((one) => one !== id) : [...joins, id]);
  const failed = problem ?? (answer && !answer.ok ? answer.reason : null);
  return (
    <Sheet title={t('teach.newLesson')} onClose={onClose}>
      <div className={css.form}>
        <Field
          label={t('teach.lessonTitle')}
          hint={t('teach.lessonTitleHint')}
          value={title}
          maxLength={80}
          onValue={setTitle}
        />
        <section>
          <h3>{t('teach.joinedClasses')}</h3>
          <div className={css.choices}>
            {classrooms.map(({ classroomId, name, schoolName }) => (
              <Tile
                key={classroomId}
                title={name}
                note={schoolName}
                chosen={classroomIds.includes(classroomId)}
                disabled={classroomId === own}
                onClick={() => toggle(classroomId)}
              />
            ))}
          </div>
        </section>
        <section>
          <h3>{t('teach.ownClass')}</h3>
          <div className={css.choices}>
            <Tile title={t('teach.noOwnClass')} chosen={own === null} onClick={() => setOwn(null)} />
            {classrooms
              .filter((classroom) => classroom.own)
              .map(({ classroomId, name }) => (
                <Tile key={classroomId} title={name} chosen={own === classroomId} onClick={() => setOwn(classroomId)} />
              ))}
          </div>
        </section>
        {failed && <Notice tone="danger">{problemWords(t, failed)}</Notice>}
        <Button look="next" size="large" wide disabled={!ready || busy} onClick={make}>
          {t('teach.createAndEnter')}
        </Button>
      </div>
    </Sheet>
  );
}
